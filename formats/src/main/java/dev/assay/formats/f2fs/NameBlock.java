package dev.assay.formats.f2fs;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.inodes.InodeTree;

/**
 * Names of a directory.
 *
 * @param count of the entries there is room for
 * @param entriesAt where they start; the names' slots follow
 */
record NameBlock(Block block, int count, int entriesAt) {
  private static final int ENTRY = 11;
  private static final int SLOT = 8;
  private static final int IN_BLOCK = 214;
  private static final int LONGEST = 255;

  static NameBlock whole(Block block) {
    return new NameBlock(block, IN_BLOCK, block.size() - IN_BLOCK * (ENTRY + SLOT));
  }

  /** Each entry takes 19 bytes and a bit; what is over stands between bitmap and entries. */
  static NameBlock inline(Block block) {
    int count = block.size() * 8 / ((ENTRY + SLOT) * 8 + 1);
    return new NameBlock(block, count, block.size() - count * (ENTRY + SLOT));
  }

  void tell(InodeTree.Taker taker) {
    int slots = entriesAt + count * ENTRY;
    for (int i = 0; i < count; ) {
      if ((block.u8(i / 8) & 1 << i % 8) == 0) {
        i++;
        continue;
      }
      int entry = entriesAt + i * ENTRY;
      int length = block.u16le(entry + 8);
      int taken = (length + SLOT - 1) / SLOT;
      if (length > LONGEST || i + taken > count) {
        throw new Malformed("f2fs.directory", -1, "name of " + length + " bytes at slot " + i);
      }
      if (length > 0) {
        taker.take(Names.decode(block.bytes(slots + i * SLOT, length)), block.u32le(entry + 4));
      }
      i += Math.max(1, taken);
    }
  }
}
