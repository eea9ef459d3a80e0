package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Unread;
import java.util.HashSet;
import java.util.Set;

/** Room in block maps that leads to no block of the file. */
final class MapFields {
  private static final int DIRECT = 12;
  private static final int TAIL = 4;

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final boolean checksums;
  private final Unread.Taker into;
  private final Set<Long> visited = new HashSet<>();
  private long data;

  MapFields(Bytes content, ExtSuperblock superblock, Unread.Taker into) {
    this.content = content;
    this.superblock = superblock;
    this.checksums = SuperblockFields.hasChecksums(content);
    this.into = into;
  }

  /** Adds the blocks of the content to those that are counted. */
  void count(ExtInode inode) {
    data += BlockMap.of(content, superblock, inode).stream().mapToLong(Run::count).sum();
  }

  /** Blocks of the content that were counted, and of the map as far as it was gone through. */
  long count() {
    return data + visited.size();
  }

  /**
   * An extent node and those below it.
   *
   * @param above depth of the node that leads here
   */
  void extents(long at, Block node, int above) {
    int entries = node.u16le(2);
    int depth = node.u16le(6);
    if (depth >= above || 12 * (entries + 1) > node.size()) {
      throw new Malformed("ext.extent", at, "extent node does not fit");
    }
    Remaining rest = new Remaining(at, node).without(0, 8);
    for (int i = 1; i <= entries; i++) {
      rest.without(12 * i, 12 * i + (depth > 0 ? 10 : 12));
    }
    int tail = 12 * (node.u16le(4) + 1);
    if (checksums && node.size() > 60) {
      rest.without(tail, tail + TAIL);
    }
    rest.give(into);
    for (int i = 1; depth > 0 && i <= entries; i++) {
      long next = node.u32le(12 * i + 4) | (long) node.u16le(12 * i + 8) << 32;
      extents(next * superblock.blockSize(), block(next), depth);
    }
  }

  /** Pointers of a map behind the end of its file. */
  void pointers(long at, ExtInode inode) {
    long left = (inode.size() + superblock.blockSize() - 1) / superblock.blockSize();
    Remaining rest = new Remaining(at, inode.map()).without(0, 4 * Math.min(left, DIRECT));
    left -= DIRECT;
    for (int level = 1; level <= 3; level++) {
      if (left > 0) {
        rest.without(4 * (DIRECT + level - 1), 4 * (DIRECT + level));
        indirect(inode.map().u32le(4 * (DIRECT + level - 1)), level, left);
      }
      left -= reach(level);
    }
    rest.give(into);
  }

  /** Blocks that a pointer of a level leads to. */
  private long reach(int level) {
    return (long) StrictMath.pow(superblock.blockSize() / 4, level);
  }

  private void indirect(long number, int level, long left) {
    if (number == 0) {
      return;
    }
    Block block = block(number);
    long each = reach(level - 1);
    long used = Math.min(superblock.blockSize() / 4, (left + each - 1) / each);
    new Remaining(number * superblock.blockSize(), block).without(0, 4 * used).give(into);
    for (int i = 0; level > 1 && i < used; i++) {
      indirect(block.u32le(4 * i), level - 1, left - i * each);
    }
  }

  private Block block(long number) {
    if (!visited.add(number)) {
      throw new Malformed(
          "ext.cycle", number * superblock.blockSize(), "block " + number + " is used twice");
    }
    return content.block(number * superblock.blockSize(), superblock.blockSize());
  }
}
