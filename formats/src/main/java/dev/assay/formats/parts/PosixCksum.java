package dev.assay.formats.parts;

import dev.assay.formats.Bytes;

/** The CRC that POSIX {@code cksum} prints: of the bytes, then of their number, low byte first. */
public final class PosixCksum {
  private static final int POLYNOMIAL = 0x04C11DB7;
  private static final int[] TABLE = table();

  private int crc;

  private PosixCksum() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value < 0 ? value << 1 ^ POLYNOMIAL : value << 1;
      }
      table[i] = value;
    }
    return table;
  }

  /** Of the parts one behind the other. */
  public static int of(Bytes... parts) {
    PosixCksum sum = new PosixCksum();
    long size = 0;
    for (Bytes part : parts) {
      Sums.each(part, sum::update);
      size += part.size();
    }
    for (long length = size; length > 0; length >>>= 8) {
      sum.update((int) length);
    }
    return ~sum.crc;
  }

  private void update(byte[] array, int from, int length) {
    for (int i = from; i < from + length; i++) {
      update(array[i]);
    }
  }

  private void update(int value) {
    crc = crc << 8 ^ TABLE[(crc >>> 24 ^ value) & 0xFF];
  }
}
