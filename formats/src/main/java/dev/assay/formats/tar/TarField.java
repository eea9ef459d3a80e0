package dev.assay.formats.tar;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/** Fields of a header: text up to NUL, and numbers in octal or base 256. */
final class TarField {
  private TarField() {}

  static byte[] text(Block header, int at, int length) {
    int end = at;
    while (end < at + length && header.u8(end) != 0) {
      end++;
    }
    return header.bytes(at, end - at);
  }

  /** Whether a number in octal begins in the field. */
  static boolean hasDigit(Block header, int at, int length) {
    int next = at;
    while (next < at + length - 1 && header.u8(next) == ' ') {
      next++;
    }
    return header.u8(next) >= '0' && header.u8(next) <= '7';
  }

  /**
   * A number.
   *
   * @param origin offset of the header, for the report
   * @throws Malformed {@code tar.number} where it is not one
   */
  static long number(Block header, int at, int length, long origin) {
    int first = header.u8(at);
    return (first & 0x80) != 0
        ? binary(header, at, length, origin)
        : octal(header, at, length, origin);
  }

  private static long octal(Block header, int at, int length, long origin) {
    int next = at;
    int end = at + length;
    while (next < end && header.u8(next) == ' ') {
      next++;
    }
    long value = 0;
    for (; next < end; next++) {
      int c = header.u8(next);
      if (c == 0 || c == ' ') {
        break;
      }
      if (c < '0' || c > '7' || value >>> 60 != 0) {
        throw new Malformed("tar.number", origin + at, "expected octal digits, found byte " + c);
      }
      value = value << 3 | (c - '0');
    }
    return value;
  }

  private static long binary(Block header, int at, int length, long origin) {
    boolean negative = (header.u8(at) & 0x40) != 0;
    long value = negative ? -1 : header.u8(at) & 0x3F;
    for (int i = at + 1; i < at + length; i++) {
      if (value >> 54 != (negative ? -1 : 0)) {
        throw new Malformed("tar.number", origin + at, "number has more than 63 bits");
      }
      value = value << 8 | header.u8(i);
    }
    return value;
  }
}
