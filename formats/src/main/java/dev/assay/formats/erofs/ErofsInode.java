package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * One inode.
 *
 * @param at its offset in the image
 * @param start the field that holds start block, device number or chunk format
 * @param xattrSize bytes of attributes behind it
 * @param end where the attributes end
 */
record ErofsInode(
    long at,
    int layout,
    int mode,
    int uid,
    int gid,
    long size,
    long start,
    int xattrSize,
    long end) {
  static final int PLAIN = 0;
  static final int FULL_INDEX = 1;
  static final int INLINE = 2;
  static final int COMPACT_INDEX = 3;
  static final int CHUNKS = 4;

  private static final int SHORT = 32;
  private static final int LONG = 64;

  static ErofsInode read(Bytes image, ErofsSuperblock superblock, long number) {
    if (number < 0 || number > image.size() / SHORT) {
      throw new Malformed(
          "erofs.inode", -1, "inode " + number + " in an image of " + image.size() + " bytes");
    }
    long at = superblock.metadataAt() + number * SHORT;
    int format = image.block(at, 2).u16le(0);
    boolean isLong = (format & 1) != 0;
    Block inode = image.block(at, isLong ? LONG : SHORT);
    int layout = format >> 1 & 7;
    long size = isLong ? inode.i64le(8) : inode.u32le(8);
    if (layout > CHUNKS || size < 0) {
      throw new Malformed(
          "erofs.inode", at, "inode of layout " + layout + " and " + size + " bytes");
    }
    int attributes = inode.u16le(2);
    int xattrSize = attributes == 0 ? 0 : 12 + 4 * (attributes - 1);
    return new ErofsInode(
        at,
        layout,
        inode.u16le(4),
        isLong ? inode.i32le(24) : inode.u16le(24),
        isLong ? inode.i32le(28) : inode.u16le(26),
        size,
        inode.u32le(16),
        xattrSize,
        at + inode.size() + xattrSize);
  }
}
