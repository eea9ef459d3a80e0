package dev.assay.inspect.settings;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * JSON and libconfig as flat settings: each value under the way to it, {@code Dhcp4.subnet4[0].id}.
 * Comments are passed over, commas and semicolons may stand or be missing: what a daemon takes is
 * read, and what it refuses does no harm.
 */
public final class Nested {
  private static final int MAX_SETTINGS = 20_000;
  private static final int MAX_DEPTH = 64;
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|psk).*");

  /** A list or group that is open. */
  private static final class Level {
    final String path;
    final boolean list;
    int next;

    Level(String path, boolean list) {
      this.path = path;
      this.list = list;
    }
  }

  private final SourceFile file;
  private final String text;
  private final List<Setting> settings = new ArrayList<>();
  private final Deque<Level> open = new ArrayDeque<>();
  private String name = "";
  private int at;
  private int line = 1;

  private Nested(SourceFile file) {
    this.file = file;
    this.text = file.text();
    open.push(new Level("", false));
  }

  /** All values; keys as written. */
  public static List<Setting> read(SourceFile file) {
    Nested nested = new Nested(file);
    nested.read();
    return nested.settings;
  }

  private void read() {
    while (skip() && settings.size() < MAX_SETTINGS) {
      char c = text.charAt(at);
      switch (c) {
        case '{', '[', '(' -> {
          String path = way();
          name = "";
          at++;
          if (open.size() < MAX_DEPTH) {
            open.push(new Level(path, c != '{'));
          }
        }
        case '}', ']', ')' -> {
          at++;
          if (open.size() > 1) {
            open.pop();
          }
        }
        case ',', ';', ':', '=' -> at++;
        default -> word(c == '"' ? quoted() : bare());
      }
    }
  }

  /** A name where a colon or equals sign follows, else a value. */
  private void word(String word) {
    int before = line;
    boolean names = !top().list && skip() && (text.charAt(at) == ':' || text.charAt(at) == '=');
    if (names) {
      name = word;
      return;
    }
    String key = way();
    boolean hidden = SECRET.matcher(key.substring(key.lastIndexOf('.') + 1)).matches();
    String shown = key + " = " + (hidden ? "…" : word);
    settings.add(
        new Setting(
            "",
            key,
            word,
            Evidence.line(
                file.path(), before, shown.length() > 200 ? shown.substring(0, 200) : shown)));
    name = "";
  }

  private Level top() {
    return open.element();
  }

  private String way() {
    Level level = top();
    String own = level.list ? "[" + level.next++ + "]" : name;
    String way =
        level.path.isEmpty() || own.startsWith("[") ? level.path + own : level.path + "." + own;
    return way.length() > 500 ? way.substring(0, 500).toLowerCase(Locale.ROOT) : way;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      line += text.charAt(at) == '\n' ? 1 : 0;
      value.append(text.charAt(at++));
    }
    at++;
    return value.toString();
  }

  private String bare() {
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && "{}[](),;:=\"#".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    at += at == start ? 1 : 0;
    return text.substring(start, at);
  }

  private boolean skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#' || text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        int stop = end < 0 ? text.length() : end + 2;
        line += (int) text.substring(at, stop).chars().filter(ch -> ch == '\n').count();
        at = stop;
      } else if (Character.isWhitespace(c)) {
        line += c == '\n' ? 1 : 0;
        at++;
      } else {
        return true;
      }
    }
    return false;
  }
}
