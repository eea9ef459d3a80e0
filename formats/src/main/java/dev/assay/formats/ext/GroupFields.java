package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Unread;
import java.util.ArrayList;
import java.util.List;

/**
 * What block groups hold besides what is derived from files and their places: spare fields of
 * descriptors, the ends of bitmaps, copies that are none, blocks that are reserved for more
 * descriptors and hold something else.
 */
final class GroupFields {
  private static final int INODES_UNWRITTEN = 0x1;
  private static final int BLOCKS_UNWRITTEN = 0x2;
  private static final int DESCRIPTOR_CHECKSUMS = 0x10;
  private static final int COMPATIBLE_FEATURES = 0x5C;
  private static final int TWO_COPIES = 0x200;
  private static final int RESERVED_DESCRIPTORS = 0xCE;
  private static final int RESIZE_INODE = 7;
  private static final int TWICE_INDIRECT = 13;
  private static final long MOST_COPIES = 16_000_000;

  /** Counts, flags and checksums: starts and ends. */
  private static final int[][] CHANGES = {{0x0C, 0x14}, {0x18, 0x20}, {0x2C, 0x34}, {0x38, 0x3C}};

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final Block fields;
  private final int blockSize;
  private final long together;
  private final int descriptorBlocks;
  private final int reserved;
  private final List<Long> copied = new ArrayList<>();
  private final Unread.Taker into;

  /**
   * @throws Malformed where the content is too small for descriptors of all groups
   */
  GroupFields(Bytes content, ExtSuperblock superblock, Unread.Taker into) {
    if (superblock.groups() < 0
        || superblock.groups() > content.size() / superblock.descriptorSize()) {
      throw new Malformed("ext.groups", 1024, "more block groups than there is room for");
    }
    this.content = content;
    this.superblock = superblock;
    this.fields = content.block(ExtSuperblock.OFFSET, SuperblockFields.SIZE);
    this.blockSize = superblock.blockSize();
    this.together = superblock.groupsTogether();
    long bytes = together * superblock.descriptorSize();
    this.descriptorBlocks = Math.toIntExact((bytes + blockSize - 1) / blockSize);
    this.reserved = fields.u16le(RESERVED_DESCRIPTORS);
    this.into = into;
  }

  /**
   * @throws Malformed {@code limit.groups} where there are more than any writer makes
   */
  void give() {
    for (long group = 0; group < superblock.groups(); group++) {
      descriptor(group);
      bitmaps(group);
      if (superblock.hasMetaDescriptors(group)) {
        metaDescriptors(group);
      }
      if (group > 0 && superblock.hasSuperblock(group)) {
        copied.add(group);
      }
    }
    if (copied.size() * (together + reserved) > MOST_COPIES) {
      throw new Malformed("limit.groups", -1, copied.size() + " copies of all descriptors");
    }
    copied.forEach(this::copies);
    long end =
        (superblock.firstDataBlock() + 1) * blockSize + together * superblock.descriptorSize();
    give(end, (superblock.firstDataBlock() + 1 + descriptorBlocks) * blockSize);
    growth();
  }

  /** A block of descriptors of one meta group: the first is what is read, the others copies. */
  private void metaDescriptors(long group) {
    long perBlock = blockSize / superblock.descriptorSize();
    long first = group - group % perBlock;
    long start =
        (superblock.firstDataBlock()
                + group * superblock.blocksPerGroup()
                + (superblock.hasSuperblock(group) ? 1 : 0))
            * blockSize;
    long number = Math.min(perBlock, superblock.groups() - first);
    copies(start, first, number);
    give(start + number * superblock.descriptorSize(), start + blockSize);
  }

  /** Descriptors from a place on, where they are not as those that are read. */
  private void copies(long start, long first, long number) {
    for (long i = 0; i < number; i++) {
      Remaining copy = unchanging(start + i * superblock.descriptorSize());
      if (!copy.isAs(unchanging(superblock.descriptorAt(first + i)))) {
        copy.give(into);
      }
    }
  }

  private void descriptor(long group) {
    long at = superblock.descriptorAt(group);
    Remaining rest =
        new Remaining(at, content.block(at, superblock.descriptorSize()))
            .without(0x00, 0x14)
            .without(0x1C, 0x1E)
            .without(0x20, 0x34);
    boolean metadata = SuperblockFields.has(fields, SuperblockFields.METADATA_CHECKSUMS);
    if (metadata) {
      rest.without(0x18, 0x1C).without(0x38, 0x3C);
    }
    if (metadata || SuperblockFields.has(fields, DESCRIPTOR_CHECKSUMS)) {
      rest.without(0x1E, 0x20);
    }
    rest.give(into);
  }

  /** Bits behind the last block or inode of a group are set; bitmaps never written are empty. */
  private void bitmaps(long group) {
    Block descriptor = content.block(superblock.descriptorAt(group), superblock.descriptorSize());
    long first = superblock.firstDataBlock() + group * superblock.blocksPerGroup();
    long blocks = Math.min(superblock.blocksPerGroup(), superblock.blocks() - first);
    int flags = descriptor.u16le(0x12);
    bitmap(UnusedBlocks.number(descriptor, 0), blocks, (flags & BLOCKS_UNWRITTEN) != 0);
    bitmap(
        UnusedBlocks.number(descriptor, 4),
        superblock.inodesPerGroup(),
        (flags & INODES_UNWRITTEN) != 0);
  }

  private void bitmap(long number, long bits, boolean unwritten) {
    long at = number * blockSize;
    Block bitmap = content.block(at, blockSize);
    if (unwritten && new Remaining(at, bitmap).isNothing()) {
      return;
    }
    int at8 = (int) (bits >> 3);
    boolean set = bits % 8 == 0 || bitmap.u8(at8) >> bits % 8 == 0xFF >> bits % 8;
    for (int i = (int) (bits + 7 >> 3); set && i < blockSize; i++) {
      set = bitmap.u8(i) == 0xFF;
    }
    if (!set) {
      into.take(at + at8, content.slice(at + at8, blockSize - at8));
    }
  }

  private void copies(long group) {
    long start = (superblock.firstDataBlock() + group * superblock.blocksPerGroup()) * blockSize;
    boolean there =
        content.has(
            start + ExtSuperblock.MAGIC_OFFSET - ExtSuperblock.OFFSET, (byte) 0x53, (byte) 0xEF);
    if (!there && (fields.u32le(COMPATIBLE_FEATURES) & TWO_COPIES) != 0) {
      return;
    }
    long descriptors = start + blockSize;
    new SuperblockFields(content, superblock).giveCopy(start, into);
    copies(descriptors, 0, together);
    long end = descriptors + (long) descriptorBlocks * blockSize;
    give(descriptors + together * superblock.descriptorSize(), end);
    give(end, end + (long) reserved * blockSize);
  }

  private Remaining unchanging(long at) {
    Remaining rest = new Remaining(at, content.block(at, superblock.descriptorSize()));
    for (int[] field : CHANGES) {
      rest.without(field[0], field[1]);
    }
    return rest;
  }

  /**
   * The tree of reserved blocks: a block of pointers to those behind the descriptors, which point
   * to those in the copies.
   */
  private void growth() {
    long root = ExtInode.read(content, superblock, RESIZE_INODE).map().u32le(4 * TWICE_INDIRECT);
    if (root == 0) {
      return;
    }
    int pointers = blockSize / 4;
    Remaining tree = block(root);
    for (int i = 0; i < reserved; i++) {
      long number = superblock.firstDataBlock() + 1 + descriptorBlocks + i;
      int slot = (descriptorBlocks + i) % pointers;
      if (content.block(root * blockSize + 4L * slot, 4).u32le(0) == number) {
        tree.without(4L * slot, 4L * slot + 4);
      }
      Remaining leaf = block(number);
      int next = 0;
      for (long group : copied.subList(0, Math.min(copied.size(), pointers))) {
        long expected = number + group * superblock.blocksPerGroup();
        if (content.block(number * blockSize + 4L * next, 4).u32le(0) == expected) {
          leaf.without(4L * next, 4L * next + 4);
        }
        next++;
      }
      leaf.give(into);
    }
    tree.give(into);
  }

  private Remaining block(long number) {
    return new Remaining(number * blockSize, content.block(number * blockSize, blockSize));
  }

  private void give(long from, long to) {
    if (from < to) {
      into.take(from, content.slice(from, to - from));
    }
  }
}
