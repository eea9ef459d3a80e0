package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.function.Consumer;

/**
 * The blocks of an ext file system that belong to nothing. What a block bitmap has not set is
 * unused; a group whose bitmap was never written holds, besides unused blocks, no more than copies
 * of the superblock and of the descriptors, and its own tables.
 */
public final class UnusedBlocks {
  private static final int BITMAP_UNWRITTEN = 0x2;
  private static final int BIGALLOC = 0x200;

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final Consumer<Bytes> into;

  private UnusedBlocks(Bytes content, ExtSuperblock superblock, Consumer<Bytes> into) {
    this.content = content;
    this.superblock = superblock;
    this.into = into;
  }

  /**
   * Gives runs of unused blocks, in order.
   *
   * @throws Malformed where a descriptor or bitmap is outside the content, or blocks are given out
   *     in clusters
   */
  public static void of(Bytes content, Consumer<Bytes> into) {
    ExtSuperblock superblock =
        ExtSuperblock.at(content)
            .orElseThrow(() -> new Malformed("ext.superblock", 1024, "is no superblock"));
    boolean clusters = (content.block(ExtSuperblock.OFFSET, 1024).u32le(100) & BIGALLOC) != 0;
    if (clusters || superblock.size() > content.size()) {
      throw new Malformed(
          "ext.unused",
          1024,
          clusters ? "clusters are not followed" : "the file system is cut short");
    }
    UnusedBlocks unused = new UnusedBlocks(content, superblock, into);
    for (long group = 0; group < superblock.groups(); group++) {
      unused.group(group);
    }
  }

  /** Where the file system ends, bytes. */
  public static long end(Bytes content) {
    return ExtSuperblock.at(content).map(ExtSuperblock::size).orElse(content.size());
  }

  private void group(long group) {
    Block descriptor = content.block(superblock.descriptorAt(group), superblock.descriptorSize());
    long first = superblock.firstDataBlock() + group * superblock.blocksPerGroup();
    long last = Math.min(first + superblock.blocksPerGroup(), superblock.blocks());
    boolean unwritten = (descriptor.u16le(0x12) & BITMAP_UNWRITTEN) != 0;
    Block bitmap =
        content.block(number(descriptor, 0) * superblock.blockSize(), superblock.blockSize());
    long copies = unwritten ? copies(content, superblock, group) : 0;
    long start = -1;
    for (long block = first; block <= last; block++) {
      int bit = (int) (block - first);
      boolean free =
          block < last
              && (unwritten
                  ? block - first >= copies && !isTable(block, descriptor)
                  : (bitmap.u8(bit >> 3) >> (bit & 7) & 1) == 0);
      if (free && start < 0) {
        start = block;
      } else if (!free && start >= 0) {
        give(start, block);
        start = -1;
      }
    }
  }

  /** Whether a block is one of the group's own tables. */
  private boolean isTable(long block, Block descriptor) {
    long tables = superblock.inodesPerGroup() * superblock.inodeSize() / superblock.blockSize() + 1;
    return block == number(descriptor, 0)
        || block == number(descriptor, 4)
        || block >= number(descriptor, 8) && block < number(descriptor, 8) + tables;
  }

  /**
   * Blocks at the start of a group for the superblock, descriptors or their copies; reserved ones
   * behind the descriptors included.
   */
  static long copies(Bytes content, ExtSuperblock superblock, long group) {
    long copies = superblock.hasSuperblock(group) ? 1 : 0;
    if (superblock.has(ExtSuperblock.META_BG) && group >= superblock.groupsTogether()) {
      return copies + (superblock.hasMetaDescriptors(group) ? 1 : 0);
    }
    long perBlock = superblock.blockSize() / superblock.descriptorSize();
    long reserved = content.block(ExtSuperblock.OFFSET, 1024).u16le(0xCE);
    return copies * (1 + (superblock.groupsTogether() + perBlock - 1) / perBlock + reserved);
  }

  /** A block number: the low half at an offset, the high one 32 bytes behind it if there is one. */
  static long number(Block descriptor, int at) {
    long high = descriptor.size() >= 64 ? descriptor.u32le(at + 0x20) : 0;
    return descriptor.u32le(at) | high << 32;
  }

  private void give(long from, long to) {
    long start = from * superblock.blockSize();
    long end = Math.min(to * superblock.blockSize(), content.size());
    if (start < end) {
      into.accept(content.slice(start, end - start));
    }
  }
}
