package dev.assay.inspect.settings;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings by {@code section.key}, as Boost.Program_options reads them: {@code [section]}, {@code
 * key = value}, {@code #} starts a comment. The first value of a key counts.
 */
public final class IniFile {
  private static final int MOST = 5_000;

  private final Map<String, Setting> settings = new HashMap<>();

  private boolean cut;

  private IniFile() {}

  /** A file without settings. */
  public static IniFile empty() {
    return new IniFile();
  }

  public static IniFile read(SourceFile file) {
    IniFile ini = new IniFile();
    String section = "";
    for (Line line : file.lines()) {
      String text = cut(line.text()).strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        section = text.substring(1, text.length() - 1).strip();
        continue;
      }
      int equals = text.indexOf('=');
      if (equals > 0) {
        if (ini.settings.size() >= MOST) {
          file.cut("more than " + MOST + " settings");
          ini.cut = true;
          break;
        }
        String key = text.substring(0, equals).strip();
        String value = unquoted(text.substring(equals + 1).strip());
        ini.settings.putIfAbsent(
            section.isEmpty() ? key : section + "." + key,
            new Setting(section, key, value, file.at(line)));
      }
    }
    return ini;
  }

  /** The setting {@code section.key}. */
  public Optional<Setting> find(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /** Whether the file has more settings than are read. */
  public boolean isCut() {
    return cut;
  }

  /** Whether any key stands in a section. */
  public boolean hasSection(String section) {
    return settings.keySet().stream().anyMatch(key -> key.startsWith(section + "."));
  }

  private static String cut(String line) {
    int comment = line.indexOf('#');
    return comment < 0 ? line : line.substring(0, comment);
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
