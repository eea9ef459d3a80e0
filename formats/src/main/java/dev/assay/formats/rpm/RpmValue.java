package dev.assay.formats.rpm;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a tag of a header has.
 *
 * @param type as in the index (rpm, docs/manual/format.md): 1 char, 2 to 5 whole numbers of 1, 2, 4
 *     and 8 bytes, 6 string, 7 bytes, 8 strings, 9 strings in several languages
 * @param bytes as they are stored
 */
public record RpmValue(int type, Bytes bytes) {
  private static final int[] WIDTHS = {0, 1, 1, 2, 4, 8, 0, 1};
  private static final int TEXT = 6;
  private static final int BYTES = 7;
  private static final int TEXTS = 8;
  private static final int TRANSLATED = 9;

  /**
   * @throws Malformed {@code rpm.type} or {@code rpm.string} where there is no such value
   */
  static RpmValue in(Bytes store, long from, int type, long count) {
    return new RpmValue(type, store.slice(from, length(store, from, type, count)));
  }

  /**
   * Numbers in decimal, without a sign; bytes together, in hexadecimal; strings as ISO 8859-1.
   * Empty where there are more than {@code most} of them or of their bytes.
   */
  public List<String> elements(int most) {
    if (bytes.size() > most) {
      return List.of();
    }
    Block all = bytes.block(0, (int) bytes.size());
    List<String> elements = new ArrayList<>();
    if (type == BYTES) {
      elements.add(HexFormat.of().formatHex(all.bytes(0, all.size())));
    } else if (isText()) {
      for (int at = 0; at < all.size(); ) {
        int end = at;
        while (all.u8(end) != 0) {
          end++;
        }
        elements.add(new String(all.bytes(at, end - at), StandardCharsets.ISO_8859_1));
        at = end + 1;
      }
    } else {
      for (int at = 0; WIDTHS[type] > 0 && at < all.size(); at += WIDTHS[type]) {
        elements.add(number(all, at));
      }
    }
    return elements;
  }

  private String number(Block all, int at) {
    long value = 0;
    for (int i = 0; i < WIDTHS[type]; i++) {
      value = value << 8 | all.u8(at + i);
    }
    return Long.toUnsignedString(value);
  }

  private boolean isText() {
    return type == TEXT || type == TEXTS || type == TRANSLATED;
  }

  private static long length(Bytes store, long from, int type, long count) {
    if (type == TEXT || type == TEXTS || type == TRANSLATED) {
      long at = from;
      for (long left = type == TEXT ? 1 : count; left > 0; left--) {
        at = afterNul(store, at);
      }
      return at - from;
    }
    if (type < 0 || type >= WIDTHS.length) {
      throw new Malformed("rpm.type", from, "there is no type " + type);
    }
    return WIDTHS[type] * count;
  }

  private static long afterNul(Bytes store, long from) {
    for (long at = from; at < store.size(); at += 256) {
      Block block = store.blockUpTo(at, 256);
      for (int i = 0; i < block.size(); i++) {
        if (block.u8(i) == 0) {
          return at + i + 1;
        }
      }
    }
    throw new Malformed("rpm.string", from, "a string has no end");
  }
}
