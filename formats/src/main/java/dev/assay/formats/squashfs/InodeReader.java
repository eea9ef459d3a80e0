package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.squashfs.Inode.Common;
import java.util.Arrays;

/** Reads inodes of all fourteen types. */
final class InodeReader {
  private static final int MAX_TARGET = 65_536;

  private final MetadataReader metadata;
  private final Superblock superblock;
  private final long imageSize;

  InodeReader(MetadataReader metadata, Superblock superblock, long imageSize) {
    this.metadata = metadata;
    this.superblock = superblock;
    this.imageSize = imageSize;
  }

  Inode read(long reference) {
    MetadataReader.Cursor cursor = metadata.at(superblock.inodeTable(), reference);
    Block head = cursor.next(16);
    Common common =
        new Common(
            head.u16le(0), head.u16le(2), head.u16le(4), head.u16le(6), head.u32le(12), 1, -1);
    return switch (common.type()) {
      case 1 -> directory(common, cursor.next(16));
      case 2 -> file(common, cursor);
      case 3, 10 -> link(common, cursor);
      case 4, 5 -> device(common, cursor.next(8), false, cursor);
      case 6, 7 -> new Inode.Pipe(with(common, cursor.next(4).u32le(0), -1));
      case 8 -> largeDirectory(common, cursor.next(24));
      case 9 -> largeFile(common, cursor);
      case 11, 12 -> device(common, cursor.next(8), true, cursor);
      case 13, 14 -> {
        Block rest = cursor.next(8);
        yield new Inode.Pipe(with(common, rest.u32le(0), xattr(rest.u32le(4))));
      }
      default ->
          throw new Malformed("squashfs.inode", -1, "inode of unknown type " + common.type());
    };
  }

  private static Inode directory(Common common, Block rest) {
    return new Inode.Directory(
        with(common, rest.u32le(4), -1),
        rest.u32le(0),
        rest.u16le(10),
        rest.u16le(8),
        rest.u32le(12),
        0);
  }

  private static Inode largeDirectory(Common common, Block rest) {
    return new Inode.Directory(
        with(common, rest.u32le(0), xattr(rest.u32le(20))),
        rest.u32le(8),
        rest.u16le(18),
        rest.u32le(4),
        rest.u32le(12),
        rest.u16le(16));
  }

  private Inode file(Common common, MetadataReader.Cursor cursor) {
    Block rest = cursor.next(16);
    long fragment = index(rest.u32le(4));
    long size = rest.u32le(12);
    return new Inode.File(
        common, rest.u32le(0), size, fragment, rest.u32le(8), 0, blocks(cursor, size, fragment));
  }

  private Inode largeFile(Common common, MetadataReader.Cursor cursor) {
    Block rest = cursor.next(40);
    long size = rest.i64le(8);
    long fragment = index(rest.u32le(28));
    return new Inode.File(
        with(common, rest.u32le(24), xattr(rest.u32le(36))),
        rest.i64le(0),
        size,
        fragment,
        rest.u32le(32),
        rest.i64le(16),
        blocks(cursor, size, fragment));
  }

  private int[] blocks(MetadataReader.Cursor cursor, long size, long fragment) {
    long whole = size / superblock.blockSize();
    long count = fragment < 0 && size % superblock.blockSize() != 0 ? whole + 1 : whole;
    // Each block has a 4-byte entry in the inode table, which compresses at best 8192 to a few
    // bytes.
    if (size < 0 || count > Math.max(1024, imageSize * 512)) {
      throw new Malformed(
          "squashfs.file-size",
          -1,
          "file of " + size + " bytes cannot be in an image of " + imageSize);
    }
    int[] blocks = new int[(int) Math.min(count, 4096)];
    for (int i = 0; i < count; i++) {
      if (i == blocks.length) {
        blocks = Arrays.copyOf(blocks, (int) Math.min(count, blocks.length * 2L));
      }
      blocks[i] = cursor.next(4).i32le(0);
    }
    return blocks;
  }

  private static Inode link(Common common, MetadataReader.Cursor cursor) {
    Block rest = cursor.next(8);
    long length = rest.u32le(4);
    if (length > MAX_TARGET) {
      throw new Malformed(
          "squashfs.link",
          -1,
          "link target of " + length + " bytes; at most " + MAX_TARGET + " expected");
    }
    String target = Names.decode(cursor.next((int) length).bytes(0, (int) length));
    long xattr = common.type() == 10 ? xattr(cursor.next(4).u32le(0)) : -1;
    return new Inode.Link(with(common, rest.u32le(0), xattr), target);
  }

  private static Inode device(
      Common common, Block rest, boolean extended, MetadataReader.Cursor cursor) {
    long xattr = extended ? xattr(cursor.next(4).u32le(0)) : -1;
    return new Inode.Device(with(common, rest.u32le(0), xattr), rest.u32le(4));
  }

  private static Common with(Common common, long links, long xattr) {
    return new Common(
        common.type(),
        common.mode(),
        common.uidIndex(),
        common.gidIndex(),
        common.number(),
        links,
        xattr);
  }

  private static long xattr(long index) {
    return index(index);
  }

  /** All ones mean none. */
  private static long index(long stored) {
    return stored == 0xFFFF_FFFFL ? -1 : stored;
  }
}
