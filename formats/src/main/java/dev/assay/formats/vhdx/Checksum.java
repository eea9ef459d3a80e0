package dev.assay.formats.vhdx;

import dev.assay.formats.Block;
import java.util.zip.CRC32C;

/** CRC-32C of a header or table, in which the checksum's own 4 bytes count as 0. */
final class Checksum {
  private static final int AT = 4;

  private Checksum() {}

  static boolean isSound(Block block) {
    CRC32C crc = new CRC32C();
    crc.update(block.array(), block.arrayOffset(), AT);
    crc.update(new byte[4]);
    crc.update(block.array(), block.arrayOffset() + AT + 4, block.size() - AT - 4);
    return (int) crc.getValue() == block.i32le(AT);
  }
}
