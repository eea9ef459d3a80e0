package dev.assay.formats.f2fs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * The superblock.
 *
 * @param segment blocks of a segment
 * @param blocks of the file system
 * @param checkpoints first block of the first checkpoint pack
 * @param nodeTable first block of the node address table
 * @param payload blocks of a checkpoint that hold a bitmap too large for its first
 * @param root number of the root directory
 */
record F2fsSuperblock(
    long segment,
    long blocks,
    long checkpoints,
    long nodeTable,
    long payload,
    long root,
    long features) {
  static final int MAGIC = 0xF2F52010;
  static final int OFFSET = 1024;
  static final int BLOCK = 4096;

  private static final int SIZE = 2184;
  private static final int LOG_BLOCK = 12;
  private static final int LOG_SEGMENT = 9;
  private static final long FLEXIBLE_ATTRIBUTES = 0x40;

  /** The first of the two that holds together. */
  static Optional<F2fsSuperblock> of(Bytes image) {
    return at(image, OFFSET).or(() -> at(image, BLOCK + OFFSET));
  }

  private static Optional<F2fsSuperblock> at(Bytes image, long offset) {
    if (image.size() < offset + SIZE) {
      return Optional.empty();
    }
    Block block = image.block(offset, SIZE);
    F2fsSuperblock superblock =
        new F2fsSuperblock(
            1L << LOG_SEGMENT,
            block.i64le(36),
            block.u32le(76),
            block.u32le(84),
            block.u32le(1664),
            block.u32le(96),
            block.u32le(2180));
    boolean usual =
        block.i32le(0) == MAGIC && block.u32le(16) == LOG_BLOCK && block.u32le(20) == LOG_SEGMENT;
    return usual && superblock.holdsTogether(block.u32le(92))
        ? Optional.of(superblock)
        : Optional.empty();
  }

  private boolean holdsTogether(long main) {
    return checkpoints > 1
        && checkpoints < nodeTable
        && nodeTable < main
        && main < blocks
        && blocks <= Long.MAX_VALUE / BLOCK
        && root > 0;
  }

  /** Bytes of the file system. */
  long size() {
    return blocks * BLOCK;
  }

  /** Whether each inode says how much room it keeps for attributes. */
  boolean hasFlexibleAttributes() {
    return (features & FLEXIBLE_ATTRIBUTES) != 0;
  }
}
