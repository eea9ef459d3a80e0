package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import java.util.HashMap;
import java.util.Map;

/**
 * User ids, fragments and extended attributes: tables reached through lists of metadata block
 * positions.
 */
final class Tables {
  private static final int METADATA = 8192;
  private static final int MAX_XATTRS = 1024;
  private static final int MAX_VALUE = 65_536;

  private final Bytes image;
  private final Superblock superblock;
  private final MetadataReader metadata;

  /** Where a fragment block lies and its length as stored. */
  record Fragment(long start, int length) {}

  Tables(Bytes image, Superblock superblock, MetadataReader metadata) {
    this.image = image;
    this.superblock = superblock;
    this.metadata = metadata;
  }

  int id(int index) {
    if (index >= superblock.ids()) {
      throw new Malformed("squashfs.id", -1, "id " + index + " of " + superblock.ids());
    }
    return entry(superblock.idTable(), index, 4).i32le(0);
  }

  Fragment fragment(long index) {
    if (index >= superblock.fragments()) {
      throw new Malformed(
          "squashfs.fragment", -1, "fragment " + index + " of " + superblock.fragments());
    }
    Block entry = entry(superblock.fragmentTable(), index, 16);
    return new Fragment(entry.i64le(0), entry.i32le(8));
  }

  /** Full names to values. */
  Map<String, byte[]> xattrs(long index) {
    if (index < 0 || superblock.xattrTable() < 0) {
      return Map.of();
    }
    Block header = image.block(superblock.xattrTable(), 16);
    if (index >= header.u32le(8)) {
      throw new Malformed(
          "squashfs.xattr", superblock.xattrTable(), "xattr " + index + " of " + header.u32le(8));
    }
    Block id = entry(superblock.xattrTable() + 16, index, 16);
    long count = Math.min(id.u32le(8), MAX_XATTRS);
    MetadataReader.Cursor cursor = metadata.at(header.i64le(0), id.i64le(0));
    Map<String, byte[]> values = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Block head = cursor.next(4);
      int type = head.u16le(0);
      int nameSize = head.u16le(2);
      String name = prefix(type & 0xFF) + Names.decode(cursor.next(nameSize).bytes(0, nameSize));
      byte[] value = value(cursor);
      if ((type & 0x100) != 0) {
        // Out of line: what stands here is a reference to the value.
        value = value(metadata.at(header.i64le(0), Bytes.of(value).block(0, 8).i64le(0)));
      }
      values.put(name, value);
    }
    return values;
  }

  private static byte[] value(MetadataReader.Cursor cursor) {
    long size = cursor.next(4).u32le(0);
    if (size > MAX_VALUE) {
      throw new Malformed(
          "squashfs.xattr", -1, "value of " + size + " bytes; at most " + MAX_VALUE + " expected");
    }
    return cursor.next((int) size).bytes(0, (int) size);
  }

  private static String prefix(int type) {
    return switch (type) {
      case 0 -> "user.";
      case 1 -> "trusted.";
      case 2 -> "security.";
      default -> "unknown" + type + ".";
    };
  }

  /** The reference of an inode, by its number. */
  long exported(long number) {
    return entry(superblock.exportTable(), number - 1, 8).i64le(0);
  }

  /** What stands in an entry of the table of fragments and has no meaning. */
  long spare(long fragment) {
    return entry(superblock.fragmentTable(), fragment, 16).u32le(12);
  }

  private Block entry(long list, long index, int size) {
    long perBlock = METADATA / size;
    long block = image.block(list + index / perBlock * 8, 8).i64le(0);
    return metadata.atBlock(block, (int) (index % perBlock) * size).next(size);
  }
}
