package dev.assay.compare.change.text;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of text; where every line that differs sets a key, the keys: {@code key = value}, {@code
 * key: value}, {@code "key": value}, below {@code [section]}, or a word and what follows it.
 */
public final class TextChanges implements Change {
  private static final int MAX = 8 << 20;
  private static final int LONGEST = 300;
  private static final int MAX_KEYS = 100_000;
  private static final Pattern SECTION = Pattern.compile("\\s*\\[([^\\]]{1,100})\\]\\s*");
  private static final Pattern SETTING =
      Pattern.compile(
          "\\s*(?:export\\s+)?[\"']?([A-Za-z_][\\w.-]{0,99})[\"']?\\s*[=:]\\s*(.*[^,\\s]|)[,\\s]*");

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.isEmpty() && isText(left) && isText(right);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    Text before = Text.of(left);
    Text after = Text.of(right);
    List<Aspect> found = new ArrayList<>();
    if (!before.encoding.equals(after.encoding)) {
      found.add(Aspect.change("encoding", before.encoding, after.encoding));
    }
    Sets.values("key", before.settings, after.settings, most, found);
    Sets.members("line", before.others, after.others, most, found);
    if (before.empty != after.empty) {
      found.add(
          Aspect.change("empty lines", String.valueOf(before.empty), String.valueOf(after.empty)));
    }
    if (before.ended != after.ended) {
      found.add(Aspect.change("end of the last line", end(before.ended), end(after.ended)));
    }
    if (found.isEmpty()) {
      found.add(Aspect.change("line order or spaces", "", ""));
    }
    return found;
  }

  /**
   * The lines of one text.
   *
   * @param encoding its name
   * @param settings values by the keys that lines set
   * @param others lines that set none
   * @param empty how many lines have nothing in them
   * @param ended whether the last line has its end
   */
  private record Text(
      String encoding,
      Map<String, String> settings,
      List<String> others,
      int empty,
      boolean ended) {
    static Text of(Bytes content) {
      byte[] bytes = content.toArray(MAX);
      TextEncoding encoding = TextEncoding.of(bytes);
      String all = new String(bytes, encoding.charset());
      boolean ended = all.isEmpty() || all.endsWith("\n");
      List<String> lines = Arrays.asList(all.split("\n", -1));
      lines = lines.subList(0, lines.size() - (ended ? 1 : 0));
      int empty = Collections.frequency(lines, "");
      Text text = new Text(encoding.name(), new TreeMap<>(), new ArrayList<>(), empty, ended);
      String section = "";
      for (String whole : lines) {
        String line = cut(whole);
        section = section(line).orElse(section);
        text.add(section, line);
      }
      return text;
    }

    private static Optional<String> section(String line) {
      Matcher head = SECTION.matcher(line);
      return line.indexOf('[') >= 0 && head.matches()
          ? Optional.of(head.group(1) + "/")
          : Optional.empty();
    }

    private void add(String section, String line) {
      boolean may = line.indexOf('=') >= 0 || line.indexOf(':') >= 0;
      Matcher setting = SETTING.matcher(line);
      if (!may || !setting.matches()) {
        if (!line.isEmpty()) {
          others.add(line);
        }
      } else if (settings.size() < MAX_KEYS) {
        settings.merge(
            section + setting.group(1),
            setting.group(2),
            (first, second) -> cut(first + " | " + second));
      }
    }
  }

  private static String end(boolean there) {
    return there ? "there" : "missing";
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…" + line.hashCode();
  }

  /** Whether it is of a size to be read and has no control characters but those of texts. */
  public static boolean isText(Bytes content) {
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
