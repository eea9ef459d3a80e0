package dev.assay.inspect.services;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A systemd unit with its drop-ins, systemd.syntax(7): later assignments add, an empty one starts
 * anew.
 */
final class UnitFile {
  /** One assignment and its place. */
  record Setting(String value, Evidence at) {}

  private static final int MAX_SETTINGS = 4096;

  /** What a unit has of which not all was read. */
  static final String MORE = "more than " + MAX_SETTINGS + " settings";

  /** Where an empty assignment says something of its own: no capability at all. */
  private static final String NOTHING_LEFT = "CapabilityBoundingSet";

  /** Settings whose assignments make one list: systemd.exec(5), systemd.resource-control(5). */
  private static final Set<String> LISTS =
      Set.of(
          NOTHING_LEFT,
          "AmbientCapabilities",
          "BindPaths",
          "BindReadOnlyPaths",
          "DeviceAllow",
          "Environment",
          "EnvironmentFile",
          "ExecPaths",
          "IPAddressAllow",
          "IPAddressDeny",
          "InaccessiblePaths",
          "NoExecPaths",
          "ReadOnlyPaths",
          "ReadWritePaths",
          "RestrictAddressFamilies",
          "RestrictFileSystems",
          "RestrictNetworkInterfaces",
          "SupplementaryGroups",
          "SystemCallArchitectures",
          "SystemCallFilter",
          "TemporaryFileSystem");

  private final Map<String, List<Setting>> settings = new LinkedHashMap<>();
  private boolean whole = true;

  boolean isWhole() {
    return whole;
  }

  void read(SourceFile file) {
    StringBuilder open = new StringBuilder();
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (text.startsWith("#") || text.startsWith(";")) {
        continue;
      }
      if (text.endsWith("\\")) {
        open.append(text, 0, text.length() - 1).append(' ');
        continue;
      }
      String joined = open.append(text).toString();
      open.setLength(0);
      int equals = joined.indexOf('=');
      if (settings.size() >= MAX_SETTINGS) {
        file.cut(MORE);
        whole = false;
        return;
      }
      if (equals > 0 && !joined.startsWith("[")) {
        String value = joined.substring(equals + 1).strip();
        String key = joined.substring(0, equals).strip();
        List<Setting> values = settings.computeIfAbsent(key, k -> new ArrayList<>());
        if (value.isEmpty()) {
          values.clear();
        }
        if (!value.isEmpty() || key.equals(NOTHING_LEFT)) {
          values.add(
              new Setting(value, Evidence.line(file.path(), line.number(), Concealed.of(joined))));
        }
      }
    }
  }

  List<Setting> all(String key) {
    return settings.getOrDefault(key, List.of());
  }

  /** The effective value of each setting, of a list all its parts, with the last place. */
  Map<String, Setting> effective() {
    Map<String, Setting> effective = new LinkedHashMap<>();
    settings.forEach(
        (key, values) -> {
          if (!values.isEmpty()) {
            effective.put(key, LISTS.contains(key) ? joined(values) : values.getLast());
          }
        });
    return effective;
  }

  private static Setting joined(List<Setting> values) {
    return new Setting(
        values.stream().map(Setting::value).collect(Collectors.joining(" ")).strip(),
        values.getLast().at());
  }
}
