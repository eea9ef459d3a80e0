package dev.assay.inspect.services;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A systemd unit with its drop-ins, systemd.syntax(7): later assignments add, an empty one starts
 * anew.
 */
final class UnitFile {
  /** One assignment and its place. */
  record Setting(String value, Evidence at) {}

  private static final int MAX_SETTINGS = 4096;

  private final Map<String, List<Setting>> settings = new LinkedHashMap<>();

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
      String whole = open.append(text).toString();
      open.setLength(0);
      int equals = whole.indexOf('=');
      if (equals > 0 && !whole.startsWith("[") && settings.size() < MAX_SETTINGS) {
        String value = whole.substring(equals + 1).strip();
        List<Setting> values =
            settings.computeIfAbsent(whole.substring(0, equals).strip(), k -> new ArrayList<>());
        if (value.isEmpty()) {
          values.clear();
        } else {
          values.add(
              new Setting(value, Evidence.line(file.path(), line.number(), Concealed.of(whole))));
        }
      }
    }
  }

  List<Setting> all(String key) {
    return settings.getOrDefault(key, List.of());
  }

  Map<String, List<Setting>> settings() {
    return settings;
  }
}
