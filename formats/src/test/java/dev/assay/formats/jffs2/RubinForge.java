package dev.assay.formats.jffs2;

import java.io.ByteArrayOutputStream;

/** Encodes with Rubin's arithmetic code. */
final class RubinForge {
  private static final int[] MIPS = {277, 249, 290, 267, 229, 341, 212, 241};
  private static final long HALF = 1L << 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int partial;
  private int bits;
  private long low;
  private long range = 2 * HALF;

  static byte[] mips(byte[] content) {
    return new RubinForge().encode(content, MIPS, 1043);
  }

  static byte[] dynamic(byte[] content) {
    int[] ones = new int[8];
    for (byte value : content) {
      for (int bit = 0; bit < 8; bit++) {
        ones[bit] += value >> bit & 1;
      }
    }
    RubinForge forge = new RubinForge();
    for (int bit = 0; bit < 8; bit++) {
      ones[bit] = Math.clamp(ones[bit] * 256L / content.length, 1, 255);
      forge.out.write(ones[bit]);
    }
    return forge.encode(content, ones, 256);
  }

  private byte[] encode(byte[] content, int[] ones, int total) {
    for (byte value : content) {
      for (int bit = 0; bit < 8; bit++) {
        encode(total - ones[bit], total, value >> bit & 1);
      }
    }
    for (int i = 0; i < 16; i++) {
      shift();
    }
    while (bits != 0) {
      bit(0);
    }
    return out.toByteArray();
  }

  private void encode(int zeros, int total, int symbol) {
    while (low >= HALF || low + range <= HALF) {
      shift();
      range *= 2;
    }
    long split = Math.clamp(zeros * range / total, 1, range - 1);
    if (symbol == 0) {
      range = split;
    } else {
      low += split;
      range -= split;
    }
  }

  private void shift() {
    bit((low & HALF) != 0 ? 1 : 0);
    low = (low & HALF - 1) * 2;
  }

  private void bit(int value) {
    partial = partial << 1 | value;
    if (++bits == 8) {
      out.write(partial);
      partial = 0;
      bits = 0;
    }
  }
}
