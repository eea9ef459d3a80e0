package dev.assay.formats.lvm;

import dev.assay.formats.Block;

/** The checksum of LVM2 ({@code lib/misc/crc.c}). */
final class LvmCrc {
  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int START = 0xF597A6CF;
  private static final int[] TABLE = table();

  private LvmCrc() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) != 0 ? value >>> 1 ^ POLYNOMIAL : value >>> 1;
      }
      table[i] = value;
    }
    return table;
  }

  static int of(Block block) {
    int crc = START;
    for (int i = 0; i < block.size(); i++) {
      crc = crc >>> 8 ^ TABLE[(crc ^ block.u8(i)) & 0xFF];
    }
    return crc;
  }
}
