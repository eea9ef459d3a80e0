package dev.assay.formats.x86;

import dev.assay.formats.Block;

/** The bytes of one instruction, one after the other. Behind the end of code all are 0. */
final class Fetch {
  private static final int LONGEST = 15;

  private final Block code;
  private final int start;
  private final int end;
  private int at;

  Fetch(Block code, int start) {
    this.code = code;
    this.start = start;
    this.end = Math.min(code.size(), start + LONGEST);
    this.at = start;
  }

  /** The next byte, which remains the next. */
  int peek() {
    return peek(0);
  }

  int peek(int further) {
    return at + further < end ? code.u8(at + further) : 0;
  }

  int u8() {
    int value = peek();
    at++;
    return value;
  }

  /**
   * A little-endian number with a sign.
   *
   * @param bytes 1 to 8
   */
  long signed(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) u8() << 8 * i;
    }
    int unused = Long.SIZE - 8 * bytes;
    return value << unused >> unused;
  }

  int length() {
    return at - start;
  }

  /** Whether more was taken than there was. */
  boolean isBeyond() {
    return at > end;
  }
}
