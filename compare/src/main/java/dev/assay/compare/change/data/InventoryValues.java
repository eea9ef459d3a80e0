package dev.assay.compare.change.data;

import dev.assay.compare.change.Inflated;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.zlib.Zlib;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names in the inventories of Sphinx, version 2: four lines of text, then lines under zlib; also
 * where somebody left out the lines of text.
 */
public final class InventoryValues implements Values {
  private static final String HEAD = "# Sphinx inventory version 2\n";
  private static final Zlib ZLIB = new Zlib();
  private static final int HEAD_LINES = 4;
  private static final int MAX = 64 << 20;
  private static final Pattern ENTRY = Pattern.compile("\\S.*? [^\\s:]++:\\S++ -?\\d++ \\S*+ .*");

  @Override
  public String what() {
    return "inventory";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty()
        && content.size() <= MAX
        && (content.has(0, HEAD) || isListAlone(content));
  }

  /** Whether content is the lines under zlib without those of text. */
  public static boolean isListAlone(Bytes content) {
    try {
      return content.size() <= MAX
          && ZLIB.recognises(content)
          && text(Inflated.head(content, false, MAX))
              .lines()
              .allMatch(line -> ENTRY.matcher(line).matches());
    } catch (Malformed other) {
      return false;
    }
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    long at = 0;
    int lines = content.has(0, HEAD) ? HEAD_LINES : 0;
    for (int i = 1; i <= lines; i++) {
      long end = at;
      while (content.block(end, 1).u8(0) != '\n') {
        end++;
      }
      values.add(
          "line " + i,
          new String(content.slice(at, end - at).toArray(MAX), StandardCharsets.UTF_8));
      at = end + 1;
    }
    Inflated.Head names = Inflated.head(content.from(at), false, MAX);
    text(names).lines().forEach(line -> add(line, values));
    values.rest("behind the names", content, at + names.size());
    return values.toValueSet();
  }

  private static String text(Inflated.Head names) {
    return new String(names.bytes(), StandardCharsets.UTF_8);
  }

  /** {@code name domain:role priority uri dispname}. */
  private static void add(String line, Numbered values) {
    String[] words = line.split(" ", 3);
    values.add(
        "`" + words[0] + "` " + (words.length > 1 ? words[1] : ""),
        words.length > 2 ? words[2] : "");
  }
}
