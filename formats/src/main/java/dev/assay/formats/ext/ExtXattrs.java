package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.inodes.XattrNames;
import java.util.HashMap;
import java.util.Map;

/** Extended attributes, in the inode and in a block of their own. */
final class ExtXattrs {
  private static final int MAGIC = 0xEA020000;
  private static final int MAX_ENTRIES = 1024;

  /** Where the rest of inline data is kept. */
  static final String INLINE_DATA = "system.data";

  private ExtXattrs() {}

  /** Full names to values. */
  static Map<String, byte[]> of(Bytes image, ExtSuperblock superblock, ExtInode inode) {
    Map<String, byte[]> values = new HashMap<>();
    Block raw = inode.raw();
    if (raw.size() > 132) {
      int start = 128 + raw.u16le(128);
      if (isArea(raw, start)) {
        Block area = raw.slice(start + 4, raw.size() - start - 4);
        entries(area, 0, area, values);
      }
    }
    if (inode.xattrBlock() != 0) {
      Block block =
          image.block(inode.xattrBlock() * superblock.blockSize(), superblock.blockSize());
      if (block.i32le(0) != MAGIC) {
        throw new Malformed(
            "ext.xattr",
            inode.xattrBlock() * superblock.blockSize(),
            "attribute block without its magic number");
      }
      entries(block, 32, block, values);
    }
    return values;
  }

  /** Takes parts of an area. */
  interface Known {
    void take(long from, long to);
  }

  /** Whether attributes follow at an offset in an inode. */
  static boolean isArea(Block inode, int at) {
    return at + 4 <= inode.size() && inode.i32le(at) == MAGIC;
  }

  /** What entries and values take of an area; entries start at {@code from}. */
  static void known(Block area, int from, Known known) {
    int at = from;
    for (int i = 0; i < MAX_ENTRIES && at + 16 <= area.size(); i++) {
      int nameSize = area.u8(at);
      if (nameSize == 0 && area.u8(at + 1) == 0) {
        return;
      }
      known.take(at, at + 16 + nameSize);
      if (area.u32le(at + 4) == 0) {
        known.take(area.u16le(at + 2), area.u16le(at + 2) + area.u32le(at + 8));
      }
      at += 16 + (nameSize + 3 & ~3);
    }
  }

  private static void entries(Block area, int from, Block valueBase, Map<String, byte[]> values) {
    int at = from;
    for (int i = 0; i < MAX_ENTRIES && at + 16 <= area.size(); i++) {
      int nameSize = area.u8(at);
      int index = area.u8(at + 1);
      if (nameSize == 0 && index == 0) {
        return;
      }
      String name = XattrNames.of(index, area.bytes(at + 16, nameSize));
      long size = area.u32le(at + 8);
      boolean elsewhere = area.u32le(at + 4) != 0;
      if (!elsewhere && size <= valueBase.size()) {
        values.put(name, valueBase.bytes(area.u16le(at + 2), (int) size));
      }
      at += 16 + (nameSize + 3 & ~3);
    }
  }
}
