package dev.assay.formats.codec;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/** The CRC-16 of ARC and LHA: polynomial 0xA001, reflected, from 0. */
public final class Crc16 {
  private static final int POLYNOMIAL = 0xA001;
  private static final int STEP = 64 << 10;
  private static final int[] TABLE = table();

  private Crc16() {}

  public static int of(Bytes bytes) {
    int crc = 0;
    for (long at = 0; at < bytes.size(); at += STEP) {
      Block step = bytes.blockUpTo(at, STEP);
      for (int i = 0; i < step.size(); i++) {
        crc = TABLE[(crc ^ step.u8(i)) & 0xFF] ^ crc >> 8;
      }
    }
    return crc;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) != 0 ? value >> 1 ^ POLYNOMIAL : value >> 1;
      }
      table[i] = value;
    }
    return table;
  }
}
