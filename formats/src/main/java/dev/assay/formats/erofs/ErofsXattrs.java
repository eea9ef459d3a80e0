package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.inodes.XattrNames;
import java.util.HashMap;
import java.util.Map;

/** Extended attributes of an inode: its own, and those it shares. */
final class ErofsXattrs {
  private static final int HEADER = 12;
  private static final int ENTRY = 4;

  private ErofsXattrs() {}

  /** Full names to values. */
  static Map<String, byte[]> of(Bytes image, ErofsSuperblock superblock, ErofsInode inode) {
    if (inode.xattrSize() < HEADER) {
      return Map.of();
    }
    Map<String, byte[]> values = new HashMap<>();
    long at = inode.end() - inode.xattrSize();
    Block header = image.block(at, inode.xattrSize());
    int shared = header.u8(4);
    for (int i = 0; i < shared; i++) {
      take(image, superblock.sharedAt() + header.u32le(HEADER + 4 * i) * 4, values);
    }
    long next = at + HEADER + 4L * shared;
    while (next + ENTRY <= inode.end() && image.block(next, ENTRY).i32le(0) != 0) {
      next = take(image, next, values);
    }
    return values;
  }

  /** Returns where the next one stands. */
  private static long take(Bytes image, long at, Map<String, byte[]> values) {
    Block entry = image.block(at, ENTRY);
    int nameSize = entry.u8(0);
    int valueSize = entry.u16le(2);
    byte[] name = image.block(at + ENTRY, nameSize).bytes(0, nameSize);
    values.put(
        XattrNames.of(entry.u8(1), name),
        image.block(at + ENTRY + nameSize, valueSize).bytes(0, valueSize));
    return at + (ENTRY + nameSize + valueSize + 3 & ~3);
  }
}
