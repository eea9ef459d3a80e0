package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Arrays;

/** How headers of cpio are written (cpio(5)); offsets and lengths in bytes. */
enum CpioForm {
  /** 070701, and with a checksum 070702: hexadecimal. */
  NEW(110, 4, '0', new int[] {6, 14, 46, 78, 102, 110}) {
    @Override
    long time(Block header) {
      return number(header, 46, 8, 16);
    }

    @Override
    long nameSize(Block header) {
      return number(header, 94, 8, 16);
    }

    @Override
    long dataSize(Block header) {
      return number(header, 54, 8, 16);
    }
  },

  /** 070707: octal. */
  PORTABLE(76, 1, '0', new int[] {6, 18, 48, 59, 65, 76}) {
    @Override
    long time(Block header) {
      return number(header, 48, 11, 8);
    }

    @Override
    long nameSize(Block header) {
      return number(header, 59, 6, 8);
    }

    @Override
    long dataSize(Block header) {
      return number(header, 65, 11, 8);
    }
  },

  /** Words of 16 bits; of longer numbers the upper word stands first. */
  LITTLE_ENDIAN(26, 2, 0, new int[] {2, 6, 16, 20, 22, 26}) {
    @Override
    long time(Block header) {
      return (long) header.u16le(16) << 16 | header.u16le(18);
    }

    @Override
    long nameSize(Block header) {
      return header.u16le(20);
    }

    @Override
    long dataSize(Block header) {
      return (long) header.u16le(22) << 16 | header.u16le(24);
    }
  },

  BIG_ENDIAN(26, 2, 0, new int[] {2, 6, 16, 20, 22, 26}) {
    @Override
    long time(Block header) {
      return header.u32be(16);
    }

    @Override
    long nameSize(Block header) {
      return header.u16be(20);
    }

    @Override
    long dataSize(Block header) {
      return header.u32be(22);
    }
  };

  private static final byte[] LITTLE = {(byte) 0xC7, 0x71};
  private static final byte[] BIG = {0x71, (byte) 0xC7};

  private final int size;
  private final int unit;
  private final int blank;
  private final int[] leftOut;

  /**
   * @param unit names and data are filled up to a multiple of it
   * @param leftOut where what builds may leave different begins and ends: device and inode, time,
   *     size of the data, checksum
   */
  CpioForm(int size, int unit, int blank, int[] leftOut) {
    this.size = size;
    this.unit = unit;
    this.blank = blank;
    this.leftOut = leftOut;
  }

  /**
   * @throws Malformed {@code cpio.form} where no header is there
   */
  static CpioForm at(Bytes content, long at) {
    if (content.has(at, "070701") || content.has(at, "070702")) {
      return NEW;
    }
    if (content.has(at, "070707")) {
      return PORTABLE;
    }
    if (content.has(at, LITTLE)) {
      return LITTLE_ENDIAN;
    }
    if (content.has(at, BIG)) {
      return BIG_ENDIAN;
    }
    throw new Malformed("cpio.form", at, "no header of cpio");
  }

  int size() {
    return size;
  }

  /** Modification time, s since 1970. */
  abstract long time(Block header);

  /** With its NUL. */
  abstract long nameSize(Block header);

  abstract long dataSize(Block header);

  /** The end of what is filled up from here. */
  long up(long at) {
    return (at + unit - 1) / unit * unit;
  }

  /** The header without what builds may leave different. */
  byte[] left(Block header) {
    byte[] left = header.bytes(0, size);
    for (int i = 0; i < leftOut.length; i += 2) {
      Arrays.fill(left, leftOut[i], leftOut[i + 1], (byte) blank);
    }
    return left;
  }

  private static long number(Block header, int at, int digits, int radix) {
    try {
      return Long.parseUnsignedLong(header.latin1(at, digits), radix);
    } catch (NumberFormatException e) {
      throw new Malformed("cpio.number", at, "not a number of base " + radix);
    }
  }
}
