package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * The superblock.
 *
 * @param blockSize bytes of a logical erase block
 * @param blocks how many there are
 */
record UbifsSuperblock(int ioSize, int blockSize, long blocks, long logBlocks) {
  static final int SIZE = 4096;
  private static final int LARGEST_BLOCK = 4 << 20;

  static Optional<UbifsSuperblock> of(Bytes volume) {
    if (!volume.has(0, UbifsNode.MAGIC)) {
      return Optional.empty();
    }
    try {
      Block node = UbifsNode.at(volume, 0, UbifsNode.SUPERBLOCK, SIZE).block();
      long ioSize = node.u32le(32);
      long blockSize = node.u32le(36);
      long blocks = node.u32le(40);
      boolean sound =
          ioSize >= 8
              && ioSize <= 1 << 16
              && Long.bitCount(ioSize) == 1
              && blockSize >= SIZE
              && blockSize <= LARGEST_BLOCK
              && blockSize % ioSize == 0
              && blocks >= 5;
      return sound
          ? Optional.of(new UbifsSuperblock((int) ioSize, (int) blockSize, blocks, node.u32le(56)))
          : Optional.empty();
    } catch (Malformed notOne) {
      return Optional.empty();
    }
  }

  /** Of a place in the volume. */
  long offset(long block, long within) {
    if (within >= blockSize) {
      throw new Malformed(
          "ubifs.place", -1, "offset " + within + " in an erase block of " + blockSize);
    }
    return block * blockSize + within;
  }

  long size() {
    return blocks * blockSize;
  }
}
