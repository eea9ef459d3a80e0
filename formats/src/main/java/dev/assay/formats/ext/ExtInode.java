package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * One inode.
 *
 * @param mode type and permission bits
 * @param map the 60 bytes that hold block map, extent root, device number, short link target or
 *     inline data
 * @param raw the whole inode, for extended attributes
 */
record ExtInode(
    long number,
    int mode,
    int uid,
    int gid,
    long size,
    int links,
    long flags,
    Block map,
    long xattrBlock,
    Block raw) {
  private static final int EXTENTS = 0x80000;
  private static final int INLINE = 0x10000000;
  private static final int ENCRYPTED = 0x800;

  static ExtInode read(Bytes image, ExtSuperblock superblock, long number) {
    long offset = place(image, superblock, number);
    Block inode = image.block(offset, superblock.inodeSize());
    return new ExtInode(
        number,
        inode.u16le(0),
        inode.u16le(2) | inode.u16le(120) << 16,
        inode.u16le(24) | inode.u16le(122) << 16,
        inode.u32le(4) | inode.u32le(108) << 32,
        inode.u16le(26),
        inode.u32le(32),
        inode.slice(40, 60),
        inode.u32le(104) | (long) inode.u16le(118) << 32,
        inode);
  }

  /** Offset of an inode in the image. */
  static long place(Bytes image, ExtSuperblock superblock, long number) {
    if (number < 1 || number > superblock.inodes()) {
      throw new Malformed("ext.inode", -1, "inode " + number + " of " + superblock.inodes());
    }
    long group = (number - 1) / superblock.inodesPerGroup();
    Block descriptor = image.block(superblock.descriptorAt(group), superblock.descriptorSize());
    long table =
        descriptor.u32le(8) | (superblock.descriptorSize() >= 64 ? descriptor.u32le(40) << 32 : 0);
    return table * superblock.blockSize()
        + (number - 1) % superblock.inodesPerGroup() * superblock.inodeSize();
  }

  /** What it says of the room it takes: in sectors of 512 bytes, or in blocks where it is huge. */
  long sectors() {
    return raw.u32le(0x1C) | (long) raw.u16le(0x74) << 32;
  }

  boolean hasExtents() {
    return (flags & EXTENTS) != 0;
  }

  boolean isInline() {
    return (flags & INLINE) != 0;
  }

  boolean isEncrypted() {
    return (flags & ENCRYPTED) != 0;
  }

  boolean isDirectory() {
    return (mode & 0170000) == 0040000;
  }
}
