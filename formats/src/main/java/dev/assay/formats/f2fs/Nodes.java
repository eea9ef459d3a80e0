package dev.assay.formats.f2fs;

import static dev.assay.formats.f2fs.F2fsSuperblock.BLOCK;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Map;

/** Finds nodes by number. */
final class Nodes {
  private static final int FOOTER = 4072;
  private static final int ENTRY = 9;
  private static final int ENTRIES = BLOCK / ENTRY;

  private final Bytes image;
  private final F2fsSuperblock superblock;
  private final Checkpoint checkpoint;
  private final Map<Long, Long> journal;

  Nodes(Bytes image, F2fsSuperblock superblock, Checkpoint checkpoint) {
    this.image = image;
    this.superblock = superblock;
    this.checkpoint = checkpoint;
    this.journal = checkpoint.journal(image);
  }

  /**
   * @throws Malformed where there is none of that number
   */
  Block inode(long number) {
    return node(number, number);
  }

  /**
   * A node of an inode's. That it says itself whose it is keeps images from using one many times.
   *
   * @throws Malformed where there is none of that number, or it is another's
   */
  Block node(long number, long inode) {
    Long newer = journal.get(number);
    long address = newer == null ? inTable(number) : newer;
    if (address == 0 || address >= image.size() / BLOCK) {
      throw new Malformed(
          "f2fs.node", -1, "node " + number + " is in block " + address + ", which is not there");
    }
    Block node = image.block(address * BLOCK, BLOCK);
    if (node.u32le(FOOTER) != number || node.u32le(FOOTER + 4) != inode) {
      throw new Malformed(
          "f2fs.node",
          address * BLOCK + FOOTER,
          "node "
              + number
              + " of inode "
              + inode
              + " is in the block of node "
              + node.u32le(FOOTER)
              + " of inode "
              + node.u32le(FOOTER + 4));
    }
    return node;
  }

  private long inTable(long number) {
    long block = number / ENTRIES;
    long segment = superblock.segment();
    long first = superblock.nodeTable() + block / segment * segment * 2 + block % segment;
    long valid = first + (checkpoint.isSecond(block) ? segment : 0);
    return image.block(valid * BLOCK + number % ENTRIES * ENTRY, ENTRY).u32le(5);
  }
}
