package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Unread;

/**
 * Room behind the names of a directory, and types of entries that are not those of their inodes.
 */
final class DirectoryFields {
  private static final int HASHED = 0x1000;
  private static final int TYPES = 0x2;
  private static final int TAIL = 12;
  private static final int TAIL_MARK = 0xDE;
  private static final int HASH_INFO = 0x18;

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final boolean checksums;
  private final Unread.Taker into;

  DirectoryFields(Bytes content, ExtSuperblock superblock, Unread.Taker into) {
    this.content = content;
    this.superblock = superblock;
    this.checksums = SuperblockFields.hasChecksums(content);
    this.into = into;
  }

  void give(ExtInode directory) {
    boolean hashed = (directory.flags() & HASHED) != 0;
    int size = superblock.blockSize();
    for (Run run : BlockMap.of(content, superblock, directory)) {
      for (long i = 0;
          run.written() && i < run.count() && (run.logical() + i) * size < directory.size();
          i++) {
        long at = (run.physical() + i) * size;
        Block block = content.block(at, size);
        Remaining rest = new Remaining(at, block);
        if (hashed && run.logical() + i == 0) {
          // `.` and `..`, then how names are hashed
          rest.without(0, 9).without(12, 22).without(HASH_INFO + 4, HASH_INFO + 7);
          node(block, HASH_INFO + block.u8(HASH_INFO + 5), rest);
        } else if (hashed && isNode(block)) {
          rest.without(0, 8);
          node(block, 8, rest);
        } else {
          entries(block, rest);
        }
        rest.give(into);
      }
    }
  }

  /** An inner node looks like one unused entry, and its limit is what fits behind that. */
  private boolean isNode(Block block) {
    int room = superblock.blockSize() - 8 - (checksums ? 8 : 0);
    return block.u32le(0) == 0
        && block.u16le(4) == superblock.blockSize()
        && block.u16le(8) == room / 8;
  }

  /** Hashes and blocks; the first has limit and count instead of its hash. */
  private void node(Block block, int from, Remaining rest) {
    if (from + 8 > block.size()) {
      throw new Malformed("ext.directory", -1, "hashes at " + from + " do not fit their block");
    }
    int limit = from + 8 * block.u16le(from);
    rest.without(from, from + 8L * block.u16le(from + 2));
    if (checksums) {
      rest.without(limit + 4, limit + 8);
    }
  }

  private void entries(Block block, Remaining rest) {
    int at = 0;
    while (at + 8 <= block.size()) {
      int length = block.u16le(at + 4);
      int step = length == 0xFFFF || length == 0 ? block.size() - at : length;
      int name = block.u8(at + 6);
      if (block.u32le(at) == 0) {
        boolean tail = step == TAIL && name == 0 && block.u8(at + 7) == TAIL_MARK;
        rest.without(at, at + (tail && checksums ? TAIL : tail ? 8 : 6));
      } else {
        rest.without(at, at + (isTyped(block, at) ? 8 : 7)).without(at + 8, at + 8 + name);
      }
      if (step < 8) {
        return;
      }
      at += step;
    }
  }

  /**
   * Whether an entry's type is that of its inode; without the feature there is none, but a zero.
   */
  private boolean isTyped(Block block, int at) {
    if (!superblock.has(TYPES)) {
      return false;
    }
    int mode = ExtInode.read(content, superblock, block.u32le(at)).mode();
    return block.u8(at + 7) == number(EntryType.ofMode(mode));
  }

  private static int number(EntryType type) {
    return switch (type) {
      case DIRECTORY -> 2;
      case CHARACTER_DEVICE -> 3;
      case BLOCK_DEVICE -> 4;
      case FIFO -> 5;
      case SOCKET -> 6;
      case SYMLINK -> 7;
      default -> 1;
    };
  }
}
