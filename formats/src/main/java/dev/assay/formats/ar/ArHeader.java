package dev.assay.formats.ar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;

/**
 * Header of one member as stored.
 *
 * @param name without the blanks that fill it up
 * @param data offset of the data
 */
record ArHeader(byte[] name, int uid, int gid, int mode, long size, long data) {
  static final int SIZE = 60;

  static boolean isAt(Bytes content, long at) {
    return content.has(at + 58, "`\n");
  }

  /**
   * @throws Malformed {@code ar.number} where the size is no number
   */
  static ArHeader read(Bytes content, long at) {
    Block block = content.block(at, SIZE);
    long size = number(block, 48, 10, 10);
    if (size < 0) {
      throw new Malformed(
          "ar.number",
          at + 48,
          "expected the size in decimal, found `" + block.latin1(48, 10) + "`");
    }
    byte[] name = block.latin1(0, 16).stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
    return new ArHeader(
        name,
        (int) Math.max(0, number(block, 28, 6, 10)),
        (int) Math.max(0, number(block, 34, 6, 10)),
        (int) Math.max(0, number(block, 40, 8, 8)),
        size,
        at + SIZE);
  }

  /** Offset of the next header. */
  long next() {
    return data + size + (size & 1);
  }

  private static long number(Block block, int at, int width, int radix) {
    String digits = block.latin1(at, width).strip();
    try {
      return digits.isEmpty() || !Character.isDigit(digits.charAt(0))
          ? -1
          : Long.parseLong(digits, radix);
    } catch (NumberFormatException notOne) {
      return -1;
    }
  }
}
