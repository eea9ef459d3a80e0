package dev.assay.formats.yaffs2;

import dev.assay.formats.Fields;
import dev.assay.formats.Names;
import java.util.Optional;

/**
 * The header of an object.
 *
 * @param directory object of the directory it is in
 * @param same object that a hard link names
 * @param target of a symbolic link
 */
record YaffsHeader(
    int type,
    long directory,
    String name,
    int mode,
    int uid,
    int gid,
    long size,
    long same,
    String target,
    long device,
    boolean cuts) {
  static final int SIZE = 512;

  static final int FILE = 1;
  static final int SYMLINK = 2;
  static final int DIRECTORY = 3;
  static final int HARD_LINK = 4;
  static final int SPECIAL = 5;

  private static final int NAME_ROOM = 256;
  private static final int TARGET_ROOM = 160;
  private static final long NONE = 0xFFFF_FFFFL;
  private static final int MAX_OBJECT = 1 << 28;

  /** Empty where the page cannot be a header. */
  static Optional<YaffsHeader> of(Fields page) {
    int type = page.i32(0);
    if (type < FILE || type > SPECIAL) {
      return Optional.empty();
    }
    long directory = page.u32(4);
    int nameSize = length(page, 10, NAME_ROOM);
    if (directory == 0
        || directory >= MAX_OBJECT
        || page.u16(8) != 0xFFFF
        || nameSize == NAME_ROOM) {
      return Optional.empty();
    }
    long high = page.u32(496);
    long low = page.u32(292);
    return Optional.of(
        new YaffsHeader(
            type,
            directory,
            Names.decode(page.block().bytes(10, nameSize)),
            page.i32(268),
            page.i32(272),
            page.i32(276),
            low == NONE ? 0 : low | (high == NONE ? 0 : high << 32),
            page.u32(296),
            Names.decode(page.block().bytes(300, length(page, 300, TARGET_ROOM))),
            page.u32(460),
            page.i32(508) == 1));
  }

  private static int length(Fields page, int at, int room) {
    int length = 0;
    while (length < room && page.u8(at + length) != 0) {
      length++;
    }
    return length;
  }
}
