package dev.assay.compare.change;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Names in the inventories of Sphinx, version 2: four lines of text, then lines under zlib. */
final class InventoryValues implements Values {
  private static final String HEAD = "# Sphinx inventory version 2\n";
  private static final int HEAD_LINES = 4;
  private static final int MAX = 64 << 20;

  @Override
  public String what() {
    return "inventory";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty() && content.size() <= MAX && content.has(0, HEAD);
  }

  @Override
  public Map<String, String> of(Bytes content) {
    Numbered values = new Numbered();
    long at = 0;
    for (int i = 1; i <= HEAD_LINES; i++) {
      long end = at;
      while (content.block(end, 1).u8(0) != '\n') {
        end++;
      }
      values.add(
          "line " + i,
          new String(content.slice(at, end - at).toArray(MAX), StandardCharsets.UTF_8));
      at = end + 1;
    }
    byte[] names = Inflated.of(content.from(at), false, MAX);
    new String(names, StandardCharsets.UTF_8).lines().forEach(line -> add(line, values));
    return values.values();
  }

  /** {@code name domain:role priority uri dispname}. */
  private static void add(String line, Numbered values) {
    String[] words = line.split(" ", 3);
    values.add(
        "`" + words[0] + "` " + (words.length > 1 ? words[1] : ""),
        words.length > 2 ? words[2] : "");
  }
}
