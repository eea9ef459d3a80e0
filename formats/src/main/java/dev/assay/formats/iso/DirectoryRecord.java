package dev.assay.formats.iso;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/**
 * One record of a directory.
 *
 * @param at its offset
 * @param start offset of the content
 * @param size of the content in bytes
 * @param name as stored
 * @param useAt offset of {@code systemUse}
 * @param systemUse what follows the name
 */
record DirectoryRecord(
    long at,
    long start,
    long size,
    int flags,
    boolean interleaved,
    byte[] name,
    long useAt,
    Block systemUse) {
  private static final int FIXED = 33;
  private static final int DIRECTORY = 0x02;
  private static final int MORE = 0x80;

  /**
   * @throws Malformed {@code iso.record} where lengths in it contradict each other
   */
  static DirectoryRecord of(Block record, long at, int blockSize) {
    int nameSize = record.size() < FIXED ? 0 : record.u8(32);
    if (nameSize == 0 || FIXED + nameSize > record.size()) {
      throw new Malformed("iso.record", at, "record of " + record.size() + " bytes has no name");
    }
    int used = Math.min(record.size(), FIXED + nameSize + (nameSize + 1) % 2);
    return new DirectoryRecord(
        at,
        (record.u32le(2) + record.u8(1)) * blockSize,
        record.u32le(10),
        record.u8(25),
        record.u8(26) != 0 || record.u8(27) != 0,
        record.bytes(FIXED, nameSize),
        at + used,
        record.slice(used, record.size() - used));
  }

  boolean isDirectory() {
    return (flags & DIRECTORY) != 0;
  }

  /** Whether the next record of the same name goes on with the content. */
  boolean isContinued() {
    return (flags & MORE) != 0;
  }

  /** Whether it stands for the directory itself or its parent. */
  boolean isSelfOrParent() {
    return name.length == 1 && (name[0] == 0 || name[0] == 1);
  }
}
