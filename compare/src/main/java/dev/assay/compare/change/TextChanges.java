package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of text; where every line that differs sets a key, the keys: {@code key = value}, {@code
 * key: value}, {@code "key": value}, below {@code [section]}, or a word and what follows it.
 */
final class TextChanges implements Change {
  private static final int MAX = 8 << 20;
  private static final int LONGEST = 300;
  private static final int MAX_KEYS = 100_000;
  private static final Pattern SECTION = Pattern.compile("\\s*\\[([^\\]]{1,100})\\]\\s*");
  private static final Pattern SETTING =
      Pattern.compile(
          "\\s*(?:export\\s+)?[\"']?([A-Za-z_][\\w.-]{0,99})[\"']?\\s*[=:]\\s*(.*?),?\\s*");

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.isEmpty() && isText(left) && isText(right);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<String> before = List.of(left.text(MAX).split("\n", -1));
    List<String> after = List.of(right.text(MAX).split("\n", -1));
    List<Aspect> found = new ArrayList<>();
    Map<String, String> old = settings(before);
    Map<String, String> fresh = settings(after);
    Sets.values("key", old, fresh, most, found);
    Sets.members("line", others(before), others(after), most, found);
    if (found.isEmpty()) {
      found.add(Aspect.change("line order or spaces", "", ""));
    }
    return found;
  }

  private static Map<String, String> settings(List<String> lines) {
    Map<String, String> values = new TreeMap<>();
    String section = "";
    for (String line : lines) {
      Matcher head = SECTION.matcher(cut(line));
      Matcher setting = SETTING.matcher(cut(line));
      if (head.matches()) {
        section = head.group(1) + "/";
      } else if (setting.matches() && values.size() < MAX_KEYS) {
        values.merge(
            section + setting.group(1),
            setting.group(2),
            (first, second) -> cut(first + " | " + second));
      }
    }
    return values;
  }

  /** Lines that set no key. */
  private static List<String> others(List<String> lines) {
    return lines.stream()
        .filter(line -> !SETTING.matcher(cut(line)).matches())
        .map(TextChanges::cut)
        .toList();
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…" + line.hashCode();
  }

  static boolean isText(Bytes content) {
    if (content.size() > MAX) {
      return false;
    }
    byte[] all = content.toArray(MAX);
    for (byte each : all) {
      if (each >= 0
              && each < 0x20
              && each != '\n'
              && each != '\r'
              && each != '\t'
              && each != '\f'
              && each != 0x1B
          || each == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
