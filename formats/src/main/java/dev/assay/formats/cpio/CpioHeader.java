package dev.assay.formats.cpio;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * One header as stored, in any of the variants.
 *
 * @param at offset of the header
 * @param inode inode and device in one: equal for names of the same file
 * @param nameAt offset of the name
 * @param nameSize bytes of the name with its NUL
 * @param dataAt offset of the data
 * @param next offset of the next header
 * @param sum sum of the data's bytes in the crc variant, else −1
 */
record CpioHeader(
    long at,
    Inode inode,
    int mode,
    int uid,
    int gid,
    long links,
    long deviceMajor,
    long deviceMinor,
    long nameAt,
    int nameSize,
    long dataAt,
    long size,
    long next,
    long sum) {

  record Inode(long device, long number) {}

  /** PATH_MAX of Linux is 4096; other writers get some room. */
  private static final int MAX_NAME = 64 << 10;

  private static final int NEWC = 110;
  private static final int ODC = 76;
  private static final int BINARY = 26;
  private static final int OLD_MAGIC = 070707;

  /** Whether a header of any variant starts here. */
  static boolean isAt(Bytes content, long at) {
    try {
      CpioHeader header = read(content, at);
      return header.hasName(content);
    } catch (Malformed not) {
      return false;
    }
  }

  /**
   * @throws Malformed {@code cpio.header} where there is none
   */
  static CpioHeader read(Bytes content, long at) {
    if (content.has(at, "070701") || content.has(at, "070702")) {
      return newc(content.block(at, NEWC), at);
    }
    if (content.has(at, "070707")) {
      return odc(content.block(at, ODC), at);
    }
    Block block = content.block(at, BINARY);
    if (block.u16le(0) == OLD_MAGIC || block.u16be(0) == OLD_MAGIC) {
      return binary(block, at, block.u16le(0) == OLD_MAGIC);
    }
    throw new Malformed("cpio.header", at, "expected a cpio magic number, found none");
  }

  /** The name is there, not empty, and ends with its NUL: what tells a header from a chance hit. */
  boolean hasName(Bytes content) {
    if (nameSize < 2 || nameSize > MAX_NAME || nameSize > content.size() - nameAt) {
      return false;
    }
    Block name = content.block(nameAt, nameSize);
    return name.u8(nameSize - 1) == 0 && name.u8(0) >= ' ' && (mode >>> 16) == 0;
  }

  private static CpioHeader newc(Block block, long at) {
    long[] fields = new long[13];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = number(block, 6 + i * 8, 8, 16, at);
    }
    int nameSize = (int) Math.min(fields[11], Integer.MAX_VALUE);
    long data = aligned(at + NEWC + nameSize, at, 4);
    boolean summed = block.u8(5) == '2';
    return new CpioHeader(
        at,
        new Inode(fields[7] << 32 | fields[8], fields[0]),
        (int) fields[1],
        (int) fields[2],
        (int) fields[3],
        fields[4],
        fields[9],
        fields[10],
        at + NEWC,
        nameSize,
        data,
        fields[6],
        aligned(data + fields[6], at, 4),
        summed ? fields[12] : -1);
  }

  private static CpioHeader odc(Block block, long at) {
    int nameSize = (int) number(block, 59, 6, 8, at);
    long rdev = number(block, 42, 6, 8, at);
    long size = number(block, 65, 11, 8, at);
    long data = at + ODC + nameSize;
    return new CpioHeader(
        at,
        new Inode(number(block, 6, 6, 8, at), number(block, 12, 6, 8, at)),
        (int) number(block, 18, 6, 8, at),
        (int) number(block, 24, 6, 8, at),
        (int) number(block, 30, 6, 8, at),
        number(block, 36, 6, 8, at),
        rdev >> 8,
        rdev & 0xFF,
        at + ODC,
        nameSize,
        data,
        size,
        data + size,
        -1);
  }

  private static CpioHeader binary(Block block, long at, boolean little) {
    int[] words = new int[13];
    for (int i = 0; i < words.length; i++) {
      words[i] = little ? block.u16le(i * 2) : block.u16be(i * 2);
    }
    int nameSize = words[10];
    long size = (long) words[11] << 16 | words[12];
    long data = aligned(at + BINARY + nameSize, at, 2);
    return new CpioHeader(
        at,
        new Inode(words[1], words[2]),
        words[3],
        words[4],
        words[5],
        words[6],
        words[7] >> 8,
        words[7] & 0xFF,
        at + BINARY,
        nameSize,
        data,
        size,
        aligned(data + size, at, 2),
        -1);
  }

  /**
   * Padding counts from the start of the archive; archives start at multiples of 4, and so do
   * headers.
   */
  private static long aligned(long end, long start, int unit) {
    return start + (end - start + unit - 1) / unit * unit;
  }

  private static long number(Block block, int at, int digits, int radix, long origin) {
    long value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(block.u8(i), radix);
      if (digit < 0) {
        throw new Malformed(
            "cpio.header",
            origin + i,
            "expected a digit of base " + radix + ", found byte " + block.u8(i));
      }
      value = value * radix + digit;
    }
    return value;
  }
}
