package dev.assay.formats.cramfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Names;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One inode.
 *
 * @param at its offset, which serves as its number
 * @param nameSize bytes of the name that follows, with its padding
 * @param dataAt offset of the data
 */
record CramInode(long at, int mode, int uid, int size, int gid, int nameSize, long dataAt) {
  static final int SIZE = 12;

  static CramInode at(Bytes image, ByteOrder order, long at) {
    Fields fields = new Fields(image.block(at, SIZE), order);
    int sizes = fields.i32(4);
    int places = fields.i32(8);
    // The compiler lays bit fields out from the end that comes first in memory.
    return fields.isLittle()
        ? new CramInode(
            at,
            fields.u16(0),
            fields.u16(2),
            sizes & 0xFFFFFF,
            sizes >>> 24,
            (places & 0x3F) * 4,
            (places >>> 6) * 4L)
        : new CramInode(
            at,
            fields.u16(0),
            fields.u16(2),
            sizes >>> 8,
            sizes & 0xFF,
            (places >>> 26) * 4,
            (places & 0x3FFFFFF) * 4L);
  }

  boolean isDirectory() {
    return (mode & 0170000) == 0040000;
  }

  long end() {
    return at + SIZE + nameSize;
  }

  String name(Bytes image) {
    byte[] padded = image.block(at + SIZE, nameSize).bytes(0, nameSize);
    int length = padded.length;
    while (length > 0 && padded[length - 1] == 0) {
      length--;
    }
    return Names.decode(Arrays.copyOf(padded, length));
  }
}
