package dev.assay.inspect.settings;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Files of one setting a line: {@code key = value}, {@code key value}, and sections in brackets.
 */
public final class Lines {
  /** Settings of one file that are read. */
  public static final int MAX_SETTINGS = 20_000;

  private static final String MORE = "more than " + MAX_SETTINGS + " settings";

  private Lines() {}

  /**
   * Settings with an equals sign and their sections, in order. {@code #} and {@code ;} at the start
   * of a line begin a comment; a backslash at its end joins the next.
   */
  public static List<Setting> sections(SourceFile file) {
    List<Setting> settings = new ArrayList<>();
    String section = "";
    StringBuilder open = new StringBuilder();
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
        continue;
      }
      if (text.endsWith("\\")) {
        open.append(text, 0, text.length() - 1).append(' ');
        continue;
      }
      String whole = open.append(text).toString();
      open.setLength(0);
      int equals = whole.indexOf('=');
      if (whole.startsWith("[") && whole.endsWith("]")) {
        section = whole.substring(1, whole.length() - 1).strip();
      } else if (equals > 0) {
        if (settings.size() >= MAX_SETTINGS) {
          file.cut(MORE);
          break;
        }
        settings.add(
            new Setting(
                section,
                whole.substring(0, equals).strip(),
                unquoted(whole.substring(equals + 1).strip()),
                file.at(line)));
      }
    }
    return settings;
  }

  /** Words at the start of a line with the rest as value; {@code #} begins a comment. */
  public static List<Setting> words(SourceFile file) {
    List<Setting> settings = new ArrayList<>();
    for (Line line : file.lines()) {
      String text = line.text().replaceFirst("(^|\\s)[#!].*$", "").strip();
      if (text.isEmpty()) {
        continue;
      }
      if (settings.size() >= MAX_SETTINGS) {
        file.cut(MORE);
        break;
      }
      String[] words = text.split("\\s*=\\s*|\\s+", 2);
      String value = words.length > 1 ? words[1].strip() : "";
      settings.add(new Setting("", words[0], unquoted(value), file.at(line)));
    }
    return settings;
  }

  /** The last value of each key, in lower case. */
  public static Map<String, Setting> last(List<Setting> settings) {
    Map<String, Setting> last = new LinkedHashMap<>();
    settings.forEach(each -> last.put(each.key().toLowerCase(Locale.ROOT), each));
    return last;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && ((value.startsWith("\"") && value.endsWith("\""))
                || (value.startsWith("'") && value.endsWith("'")));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
