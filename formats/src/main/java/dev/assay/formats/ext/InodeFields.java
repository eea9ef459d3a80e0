package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.Unread;

/**
 * What inodes in use hold that no member shows: flags, spare fields, room behind attributes, and
 * what their block maps and directories have room for.
 */
final class InodeFields {
  private static final int FIRST_HALF = 128;
  private static final int MAP = 40;
  private static final int MAP_SIZE = 60;
  private static final int RESERVED = 10;
  private static final int RESIZE = 7;
  private static final int TWICE_INDIRECT = 13;

  private static final int HUGE = 0x40000;
  private static final int SECTOR = 512;

  /** A directory of more is said to have one link (Documentation/filesystems/ext4, dir_nlink). */
  private static final int MOST_LINKS = 64_999;

  /** Flags of how a file is stored: huge counts, a hashed directory, extents, data in the inode. */
  private static final int STORAGE = 0x40000 | 0x1000 | 0x80000 | 0x10000000 | 0x20000 | 0x200000;

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final boolean checksums;
  private final NameCounts names;
  private final Unread.Taker into;

  InodeFields(Bytes content, ExtSuperblock superblock, Unread.Taker into) {
    this.content = content;
    this.superblock = superblock;
    this.checksums = SuperblockFields.hasChecksums(content);
    this.names = NameCounts.of(content, superblock);
    this.into = into;
  }

  void give() {
    WrittenInodes.each(content, superblock, this::inode);
  }

  private void inode(ExtInode inode) {
    // Unused ones are in no directory, and so are seen whole.
    if (inode.links() > 0 || inode.number() <= RESERVED) {
      if (inode.xattrBlock() != 0) {
        attributes(inode.xattrBlock());
      }
      fields(inode, map(inode) + (inode.xattrBlock() != 0 ? 1 : 0));
    }
  }

  /**
   * @param blocks that it takes, those of its map included
   */
  private void fields(ExtInode inode, long blocks) {
    long at = ExtInode.place(content, superblock, inode.number());
    int extra = inode.raw().size() > FIRST_HALF ? inode.raw().u16le(FIRST_HALF) : 0;
    boolean used = inode.links() > 0;
    Remaining rest =
        new Remaining(at, inode.raw())
            .without(used ? 0 : 0x08, 0x14) // mode, user, size, times, but for that of deletion
            .without(0x18, used ? 0x1A : 0x18) // group
            .withoutBits(0x20, STORAGE)
            .without(0x24, 0x28) // version
            .without(MAP, MAP + MAP_SIZE)
            .without(0x64, used ? 0x70 : 0x68) // generation, attribute block, size
            .without(0x76, used ? 0x7C : 0x76) // high halves
            .without(FIRST_HALF, FIRST_HALF + 2)
            .without(0x84, Math.min(0x9C, FIRST_HALF + extra)); // times, version
    if (isLinked(inode)) {
      rest.without(0x1A, 0x1C);
    }
    if (inode.number() == RESIZE || inode.sectors() == sectors(inode, blocks)) {
      rest.without(0x1C, 0x20).without(0x74, 0x76);
    }
    if (checksums) {
      rest.without(0x7C, 0x7E).without(0x82, 0x84);
    }
    int area = FIRST_HALF + extra + 4;
    if (area < inode.raw().size() && ExtXattrs.isArea(inode.raw(), area - 4)) {
      rest.without(area - 4, area);
      ExtXattrs.known(
          inode.raw().slice(area, inode.raw().size() - area),
          0,
          (from, to) -> rest.without(area + from, area + to));
    }
    rest.give(into);
  }

  /** Whether its link count is the number of its names; inodes of the file system have none. */
  private boolean isLinked(ExtInode inode) {
    int count = names.of(inode.number());
    return inode.links() == count
        || inode.links() == 1 && inode.isDirectory() && count > MOST_LINKS
        || inode.links() == 1 && count == 0 && isOfTheFileSystem(inode.number());
  }

  private boolean isOfTheFileSystem(long number) {
    return number <= RESERVED || number == superblock.orphanInode();
  }

  private long sectors(ExtInode inode, long blocks) {
    return (inode.flags() & HUGE) != 0 ? blocks : blocks * (superblock.blockSize() / SECTOR);
  }

  private void attributes(long number) {
    long at = number * superblock.blockSize();
    Block block = content.block(at, superblock.blockSize());
    // magic, references, blocks, hash, checksum; the rest of the header is spare
    Remaining rest = new Remaining(at, block).without(0, 20);
    ExtXattrs.known(block, 32, rest::without);
    rest.give(into);
  }

  /** Gives what the map has room for, and says how many blocks the content takes with it. */
  private long map(ExtInode inode) {
    MapFields blocks = new MapFields(content, superblock, into);
    long at = ExtInode.place(content, superblock, inode.number()) + MAP;
    Remaining map = new Remaining(at, inode.map());
    EntryType type = EntryType.ofMode(inode.mode());
    if (type == EntryType.FIFO || type == EntryType.SOCKET) {
      map.give(into);
    } else if (type == EntryType.CHARACTER_DEVICE || type == EntryType.BLOCK_DEVICE) {
      map.without(0, 8).give(into);
    } else if (inode.isInline()) {
      // The first word of a directory is its parent.
      map.without(0, inode.isDirectory() ? MAP_SIZE : inode.size()).give(into);
    } else if (inode.hasExtents()) {
      blocks.extents(at, inode.map(), Integer.MAX_VALUE);
      blocks.count(inode);
    } else if (type == EntryType.SYMLINK && inode.size() < MAP_SIZE) {
      map.without(0, inode.size()).give(into);
    } else if (inode.number() == RESIZE) {
      map.without(4 * TWICE_INDIRECT, 4 * TWICE_INDIRECT + 4).give(into);
    } else {
      blocks.pointers(at, inode);
      blocks.count(inode);
    }
    if (inode.isDirectory() && !inode.isInline() && !inode.isEncrypted()) {
      new DirectoryFields(content, superblock, into).give(inode);
    }
    return blocks.count();
  }
}
