package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Unread;

/**
 * What an ext file system holds in blocks that are in use and no member shows: behind the end of
 * files in their last blocks, in inodes that are not used, in the journal, in blocks that belong to
 * no inode though the bitmaps say so.
 *
 * <p>Left out is what is made up anew in each file system, and derived from the rest or from its
 * id: copies of the superblock and of the descriptors, bitmaps, inodes that are reserved, the
 * journal's own superblock, the blocks by which the file system may grow, and checksums of the list
 * of orphans.
 */
public final class HiddenBytes {
  private static final int RESERVED_INODES = 10;
  private static final int RESIZE_INODE = 7;
  private static final int JOURNAL_INODE = 8;
  private static final int ORPHAN_INODE_AT = 0x280;
  private static final int ORPHANS = 0x1000;
  private static final int ORPHAN_TAIL = 8;
  private static final int TWICE_INDIRECT = 13;

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final Unread unread;

  private HiddenBytes(Bytes content, ExtSuperblock superblock, Unread unread) {
    this.content = content;
    this.superblock = superblock;
    this.unread = unread;
  }

  /**
   * Gives the runs of such bytes in order, zeros included.
   *
   * @throws Malformed where not all of the file system can be read
   */
  public static void of(Bytes content, Unread.Taker into) {
    ExtSuperblock superblock =
        ExtSuperblock.at(content)
            .orElseThrow(() -> new Malformed("ext.superblock", 1024, "is no superblock"));
    Unread unread = Unread.of(new Ext(), content);
    new HiddenBytes(content, superblock, unread).exceptStructures();
    unread.give(into);
  }

  private void exceptStructures() {
    // What stands before the superblock, and behind the end, is looked at by others.
    unread.except(0, ExtSuperblock.OFFSET);
    unread.except(superblock.size(), content.size() - superblock.size());
    UnusedBlocks.of(
        content, run -> run.offsetIn(content).ifPresent(at -> unread.except(at, run.size())));
    for (long group = 0; group < superblock.groups(); group++) {
      group(group);
    }
    for (int number = 1; number <= RESERVED_INODES; number++) {
      unread.except(ExtInode.place(content, superblock, number), superblock.inodeSize());
    }
    growth();
    journal();
    orphans();
  }

  private void group(long group) {
    Block descriptor = content.block(superblock.descriptorAt(group), superblock.descriptorSize());
    block(UnusedBlocks.number(descriptor, 0));
    block(UnusedBlocks.number(descriptor, 4));
    long first = superblock.firstDataBlock() + group * superblock.blocksPerGroup();
    long copies = UnusedBlocks.copies(content, superblock, group);
    if (superblock.hasSuperblock(group)) {
      // The superblock's copy is shorter than a block may be.
      unread.except(first * superblock.blockSize(), group == 0 ? 0 : ExtSuperblock.OFFSET);
      first++;
      copies--;
    }
    unread.except(first * superblock.blockSize(), copies * superblock.blockSize());
  }

  /** The tree of blocks that are reserved for more descriptors. */
  private void growth() {
    ExtInode resize = ExtInode.read(content, superblock, RESIZE_INODE);
    block(resize.map().u32le(4 * TWICE_INDIRECT));
  }

  private void journal() {
    ExtInode journal = ExtInode.read(content, superblock, JOURNAL_INODE);
    if (journal.size() > 0) {
      for (Run run : BlockMap.of(content, superblock, journal)) {
        if (run.logical() == 0) {
          unread.except(run.physical() * superblock.blockSize(), ExtSuperblock.OFFSET);
        }
      }
    }
  }

  private void orphans() {
    Block block = content.block(ExtSuperblock.OFFSET, 1024);
    if ((block.u32le(0x5C) & ORPHANS) == 0) {
      return;
    }
    long number = block.u32le(ORPHAN_INODE_AT);
    unread.except(ExtInode.place(content, superblock, number), superblock.inodeSize());
    ExtInode orphans = ExtInode.read(content, superblock, number);
    for (Run run : BlockMap.of(content, superblock, orphans)) {
      for (long i = 1; run.written() && i <= run.count(); i++) {
        unread.except((run.physical() + i) * superblock.blockSize() - ORPHAN_TAIL, ORPHAN_TAIL);
      }
    }
  }

  private void block(long number) {
    unread.except(number * superblock.blockSize(), superblock.blockSize());
  }
}
