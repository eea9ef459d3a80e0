package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/** The superblock; sizes in bytes, positions in blocks. */
record ExtSuperblock(
    long inodes,
    long blocks,
    long firstDataBlock,
    int blockSize,
    long blocksPerGroup,
    long inodesPerGroup,
    int inodeSize,
    long incompatible,
    int descriptorSize,
    long firstMetaGroup,
    long orphanInode,
    boolean sparse) {
  static final int OFFSET = 1024;
  static final int MAGIC_OFFSET = OFFSET + 56;
  private static final int SIZE = 1024;
  static final int RECOVER = 0x4;
  static final int META_BG = 0x10;
  static final int IS_64BIT = 0x80;
  private static final int ORPHANS = 0x1000;
  private static final int SPARSE_COPIES = 0x1;
  private static final int JOURNAL_DEVICE = 0x8;

  static Optional<ExtSuperblock> at(Bytes content) {
    if (content.size() < OFFSET + SIZE || !content.has(MAGIC_OFFSET, (byte) 0x53, (byte) 0xEF)) {
      return Optional.empty();
    }
    Block block = content.block(OFFSET, SIZE);
    long logBlockSize = block.u32le(24);
    if (logBlockSize > 6) {
      return Optional.empty();
    }
    boolean dynamic = block.u32le(76) > 0;
    long incompatible = dynamic ? block.u32le(96) : 0;
    boolean is64 = (incompatible & IS_64BIT) != 0;
    ExtSuperblock read =
        new ExtSuperblock(
            block.u32le(0),
            block.u32le(4) | (is64 ? block.u32le(336) << 32 : 0),
            block.u32le(20),
            1024 << logBlockSize,
            block.u32le(32),
            block.u32le(40),
            dynamic ? block.u16le(88) : 128,
            incompatible,
            is64 ? Math.max(32, block.u16le(254)) : 32,
            block.u32le(260),
            dynamic && (block.u32le(92) & ORPHANS) != 0 ? block.u32le(640) : 0,
            dynamic && (block.u32le(100) & SPARSE_COPIES) != 0);
    boolean sound =
        read.inodes > 0
            && read.blocks > 0
            && read.blocksPerGroup > 0
            && read.blocksPerGroup <= 8L * read.blockSize
            && read.inodesPerGroup > 0
            && read.inodesPerGroup <= 8L * read.blockSize
            && read.inodeSize >= 128
            && read.inodeSize <= read.blockSize
            && Integer.bitCount(read.inodeSize) == 1
            && read.descriptorSize <= read.blockSize
            && read.firstDataBlock <= 1
            && (incompatible & JOURNAL_DEVICE) == 0;
    return sound ? Optional.of(read) : Optional.empty();
  }

  /** Number of block groups. */
  long groups() {
    return (blocks - firstDataBlock + blocksPerGroup - 1) / blocksPerGroup;
  }

  boolean has(int feature) {
    return (incompatible & feature) != 0;
  }

  /** Bytes of all blocks, or the largest number there is where they are more. */
  long size() {
    return blocks > Long.MAX_VALUE / blockSize ? Long.MAX_VALUE : blocks * blockSize;
  }

  /** Position in bytes of the descriptor of a block group. */
  long descriptorAt(long group) {
    long perBlock = blockSize / descriptorSize;
    long block = group / perBlock;
    if (!has(META_BG) || block < firstMetaGroup) {
      return (firstDataBlock + 1) * blockSize + group * descriptorSize;
    }
    // With meta_bg the descriptors of a meta group lie in its first group, after a superblock copy
    // where there is one.
    long first = block * perBlock;
    long start = firstDataBlock + first * blocksPerGroup;
    return (start + (hasCopy(first) ? 1 : 0)) * blockSize + group % perBlock * descriptorSize;
  }

  /** Whether a block group begins with the superblock or a copy of it. */
  boolean hasSuperblock(long group) {
    return !sparse || hasCopy(group);
  }

  /** Number of block groups whose descriptors stand together behind the superblock. */
  long groupsTogether() {
    long perBlock = blockSize / descriptorSize;
    return has(META_BG) ? Math.min(groups(), firstMetaGroup * perBlock) : groups();
  }

  /** Whether a group begins with the descriptors of its meta group, or with a copy of them. */
  boolean hasMetaDescriptors(long group) {
    long perBlock = blockSize / descriptorSize;
    long place = group % perBlock;
    return group >= groupsTogether() && (place < 2 || place == perBlock - 1);
  }

  /** Whether a block group begins with a copy of the superblock where only some do. */
  static boolean hasCopy(long group) {
    return group == 0
        || group == 1
        || isPowerOf(group, 3)
        || isPowerOf(group, 5)
        || isPowerOf(group, 7);
  }

  private static boolean isPowerOf(long value, int base) {
    long power = base;
    while (power < value) {
      power *= base;
    }
    return power == value;
  }
}
