package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;

/** Decodes MUTF-8. */
final class Strings {
  private Strings() {}

  /** A string's first UTF-16 units, so many at most. */
  static String read(Block data, int at, int most) {
    Uleb length = new Uleb(data, at);
    int claimed = length.next();
    int start = length.at();
    if (claimed < 0 || claimed > data.size() - start) {
      throw new Malformed("dex.string", at, "a string of " + claimed + " units does not fit");
    }
    int units = Math.min(claimed, most);
    byte[] array = data.array();
    int from = data.arrayOffset() + start;
    for (int i = 0; i < units; i++) {
      if (array[from + i] < 0) {
        return decode(data, start, units);
      }
    }
    return new String(array, from, units, StandardCharsets.ISO_8859_1);
  }

  private static String decode(Block data, int start, int units) {
    int next = start;
    StringBuilder text = new StringBuilder(Math.min(units, 64));
    for (int i = 0; i < units; i++) {
      int lead = data.u8(next++);
      if (lead < 0x80) {
        text.append((char) lead);
      } else if (lead >> 5 == 6) {
        text.append((char) ((lead & 0x1F) << 6 | data.u8(next++) & 0x3F));
      } else if (lead >> 4 == 14) {
        int middle = data.u8(next++) & 0x3F;
        text.append((char) ((lead & 0xF) << 12 | middle << 6 | data.u8(next++) & 0x3F));
      } else {
        throw new Malformed("dex.string", next - 1, "expected MUTF-8; found byte " + lead);
      }
    }
    return text.toString();
  }
}
