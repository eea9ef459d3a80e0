package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.function.Consumer;

/** The inodes of all tables that are written, those not in use included. */
final class WrittenInodes {
  /** {@code INODE_UNINIT} of a group: its table says nothing. */
  private static final int UNWRITTEN_TABLE = 0x1;

  private WrittenInodes() {}

  /**
   * Shows them in the order of their numbers.
   *
   * @throws Malformed where a table is outside of the content
   */
  static void each(Bytes content, ExtSuperblock superblock, Consumer<ExtInode> taker) {
    for (long group = 0; group < superblock.groups(); group++) {
      Block descriptor = content.block(superblock.descriptorAt(group), superblock.descriptorSize());
      boolean written = (descriptor.u16le(0x12) & UNWRITTEN_TABLE) == 0;
      long first = group * superblock.inodesPerGroup() + 1;
      for (long i = 0; written && i < superblock.inodesPerGroup(); i++) {
        taker.accept(ExtInode.read(content, superblock, first + i));
      }
    }
  }
}
