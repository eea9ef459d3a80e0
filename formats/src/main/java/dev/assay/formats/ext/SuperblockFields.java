package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Unread;

/** What a superblock says besides what each file system has for itself. */
final class SuperblockFields {
  static final int SIZE = 1024;
  static final int READ_ONLY_FEATURES = 0x64;
  static final int METADATA_CHECKSUMS = 0x400;
  private static final int LAST_MOUNTED = 0x88;
  private static final int LAST_MOUNTED_END = 0xC8;
  private static final int ERRORS = 0x194;
  private static final int ERRORS_END = 0x200;
  private static final int JOURNAL_BLOCKS = 0x10C;
  private static final int JOURNAL_BLOCKS_SIZE = 68;
  private static final int CHECKSUM = 0x3FC;
  private static final int JOURNAL_INODE = 8;

  /** Starts and ends: counts, places, sizes, times, features, ids, the seed of hashes. */
  private static final int[][] ITS_OWN = {
    {0x00, 0x3A},
    {0x40, 0x44},
    {0x58, 0x88},
    {0xE0, 0xE8},
    {0xEC, 0xFC},
    {0xFE, 0x100},
    {0x104, 0x10C},
    {0x150, 0x15C},
    {0x168, 0x170},
    {0x174, 0x176},
    {0x178, 0x180},
    {0x240, 0x254},
    {0x268, 0x278},
    {0x280, 0x284}
  };

  /** Starts and ends of what changes in use, but not in the copies. */
  private static final int[][] CHANGES = {
    {0x0C, 0x14},
    {0x2C, 0x36},
    {0x3A, 0x3C},
    {0x40, 0x44},
    {0x5A, 0x5C},
    {0x158, 0x15C},
    {0x178, 0x180},
    {0x274, 0x27C},
    {CHECKSUM, SIZE}
  };

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final Block block;

  SuperblockFields(Bytes content, ExtSuperblock superblock) {
    this.content = content;
    this.superblock = superblock;
    this.block = content.block(ExtSuperblock.OFFSET, SIZE);
  }

  /** Whether a feature without which it can be read, but not written, is on. */
  static boolean has(Block superblock, int readOnlyFeature) {
    return (superblock.u32le(READ_ONLY_FEATURES) & readOnlyFeature) != 0;
  }

  /** Whether structures of the file system end in checksums of their own. */
  static boolean hasChecksums(Bytes content) {
    return has(content.block(ExtSuperblock.OFFSET, SIZE), METADATA_CHECKSUMS);
  }

  /** Settings, records of errors and fields without a meaning. */
  void give(Unread.Taker into) {
    Remaining rest = without(block, ExtSuperblock.OFFSET, ITS_OWN);
    // Where it was mounted is a text that ends with a zero.
    int end = LAST_MOUNTED;
    while (end < LAST_MOUNTED_END && block.u8(end) != 0) {
      end++;
    }
    rest.without(LAST_MOUNTED, end);
    if (has(block, METADATA_CHECKSUMS)) {
      rest.without(CHECKSUM, SIZE);
    }
    if (isOfTheJournal()) {
      rest.without(JOURNAL_BLOCKS, JOURNAL_BLOCKS + JOURNAL_BLOCKS_SIZE);
    }
    rest.give(into);
  }

  /** A copy, where it is not as the superblock is. */
  void giveCopy(long start, Unread.Taker into) {
    Remaining copy = without(content.block(start, SIZE), start, CHANGES);
    // The path of the last mount and errors are noted in the superblock alone.
    Remaining original =
        without(block, start, CHANGES)
            .without(LAST_MOUNTED, LAST_MOUNTED_END)
            .without(ERRORS, ERRORS_END);
    if (!copy.isAs(original)) {
      copy.give(into);
    }
  }

  /** Whether the block map of the journal's inode is repeated as it is: map, size high and low. */
  private boolean isOfTheJournal() {
    Block inode = ExtInode.read(content, superblock, JOURNAL_INODE).raw();
    for (int i = 0; i < 60; i++) {
      if (block.u8(JOURNAL_BLOCKS + i) != inode.u8(40 + i)) {
        return false;
      }
    }
    return block.u32le(JOURNAL_BLOCKS + 60) == inode.u32le(108)
        && block.u32le(JOURNAL_BLOCKS + 64) == inode.u32le(4);
  }

  private static Remaining without(Block block, long start, int[][] fields) {
    Remaining rest = new Remaining(start, block);
    for (int[] field : fields) {
      rest.without(field[0], field[1]);
    }
    return rest;
  }
}
