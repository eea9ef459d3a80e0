package dev.assay.formats.jffs2;

import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;

/**
 * Rubin's arithmetic code over bits, least significant first; each of the eight bits of a byte has
 * one probability of being set, which is fixed or stands in front of the data.
 *
 * <p>An interval starts at {@code low} and is {@code range} wide. When it lies in one half of the
 * 16-bit register, or is narrow enough, both are doubled and one more bit is read.
 */
final class Rubin {
  private static final int MIPS_TOTAL = 1043;
  private static final int[] MIPS = {277, 249, 290, 267, 229, 341, 212, 241};
  private static final int DYNAMIC_TOTAL = 256;
  private static final int REGISTER_BITS = 16;
  private static final long HALF = 1L << REGISTER_BITS - 1;

  private final byte[] in;
  private final int end;
  private int nextBit;
  private int at;
  private long low;
  private long range = 2 * HALF;
  private long code;

  private Rubin(byte[] in, int at, int end) {
    this.in = in;
    this.at = at;
    this.end = end;
    for (int i = 0; i < REGISTER_BITS; i++) {
      code = code * 2 + bit();
    }
  }

  /** With probabilities fixed for MIPS code. */
  static BlockCodec mips() {
    return (in, at, length, out, outAt, room) ->
        new Rubin(in, at, at + length).decode(MIPS, MIPS_TOTAL, out, outAt, room);
  }

  /** With probabilities in the first eight bytes. */
  static BlockCodec dynamic() {
    return (in, at, length, out, outAt, room) -> {
      if (length < 8) {
        throw new Malformed("codec.damaged", -1, "dynrubin data of " + length + " bytes");
      }
      int[] ones = new int[8];
      for (int i = 0; i < 8; i++) {
        ones[i] = in[at + i] & 0xFF;
      }
      return new Rubin(in, at + 8, at + length).decode(ones, DYNAMIC_TOTAL, out, outAt, room);
    };
  }

  private int decode(int[] ones, int total, byte[] out, int outAt, int room) {
    for (int i = 0; i < room; i++) {
      int value = 0;
      for (int bit = 0; bit < 8; bit++) {
        value |= decode(total - ones[bit], total) << bit;
      }
      out[outAt + i] = (byte) value;
      // The code may end some bits early; far beyond it there is nothing.
      if (at > end + REGISTER_BITS) {
        throw new Malformed("codec.damaged", -1, "rubin data end after " + i + " bytes");
      }
    }
    return room;
  }

  /** One bit, which is 0 with probability {@code zeros / total}. */
  private int decode(int zeros, int total) {
    while (low >= HALF || low + range <= HALF) {
      low = (low & HALF - 1) * 2;
      range *= 2;
      code = (code & HALF - 1) * 2 + bit();
    }
    long split = Math.max(1, Math.min(zeros * range / total, range - 1));
    if (code >= low + split) {
      low += split;
      range -= split;
      return 1;
    }
    range = split;
    return 0;
  }

  private int bit() {
    int value = at < end ? in[at] >> 7 - nextBit & 1 : 0;
    nextBit++;
    if (nextBit == 8) {
      nextBit = 0;
      at++;
    }
    return value;
  }
}
