package dev.assay.formats.zip;

import dev.assay.formats.Block;
import java.util.OptionalLong;

/**
 * Extra fields of a header: 64-bit sizes and offset where the header has no room, and the Unix
 * owner.
 */
record ZipExtra(
    OptionalLong size, OptionalLong compressedSize, OptionalLong offset, int uid, int gid) {
  private static final int ZIP64 = 0x0001;
  private static final int UNIX_OWNER = 0x7875;

  /** Reads the fields; the three flags tell which 64-bit numbers are there (APPNOTE 4.5.3). */
  static ZipExtra read(Block extra, boolean hasSize, boolean hasCompressedSize, boolean hasOffset) {
    ZipExtra read =
        new ZipExtra(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), 0, 0);
    int at = 0;
    while (extra.size() - at >= 4) {
      int id = extra.u16le(at);
      int length = Math.min(extra.u16le(at + 2), extra.size() - at - 4);
      Block field = extra.slice(at + 4, length);
      if (id == ZIP64) {
        read = read.withZip64(field, hasSize, hasCompressedSize, hasOffset);
      } else if (id == UNIX_OWNER) {
        read = read.withOwner(field);
      }
      at += 4 + length;
    }
    return read;
  }

  private ZipExtra withZip64(
      Block field, boolean hasSize, boolean hasCompressedSize, boolean hasOffset) {
    int at = 0;
    OptionalLong[] numbers = new OptionalLong[3];
    boolean[] present = {hasSize, hasCompressedSize, hasOffset};
    for (int i = 0; i < numbers.length; i++) {
      boolean there = present[i] && field.size() - at >= 8;
      numbers[i] = there ? OptionalLong.of(field.i64le(at)) : OptionalLong.empty();
      at += there ? 8 : 0;
    }
    return new ZipExtra(numbers[0], numbers[1], numbers[2], uid, gid);
  }

  /** Info-ZIP: version 1, size of the uid, uid, size of the gid, gid. */
  private ZipExtra withOwner(Block field) {
    if (field.size() < 11 || field.u8(0) != 1 || field.u8(1) != 4 || field.u8(6) != 4) {
      return this;
    }
    return new ZipExtra(size, compressedSize, offset, field.i32le(2), field.i32le(7));
  }
}
