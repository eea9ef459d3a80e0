package dev.assay.formats.arj;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.zip.CRC32;

/**
 * One header.
 *
 * @param mode Unix mode, or 0 where none is told
 * @param crc CRC-32 of the content
 * @param dataAt offset behind the header
 */
record ArjHeader(
    int flags,
    int method,
    int kind,
    byte[] name,
    int mode,
    int crc,
    long dataAt,
    long stored,
    long size,
    boolean last) {
  static final int ENCRYPTED = 1;
  static final int VOLUMES = 4 | 8;
  private static final int LEAST = 30;
  private static final int MOST = 2600;
  private static final int MAX_EXTENDED = 16;
  private static final int UNIX = 2;

  static boolean isAt(Bytes archive, long at) {
    if (!archive.has(at, (byte) 0x60, (byte) 0xEA)) {
      return false;
    }
    try {
      return !read(archive, at).last();
    } catch (Malformed none) {
      return false;
    }
  }

  /**
   * @throws Malformed {@code arj.header} where none holds together
   */
  static ArjHeader read(Bytes archive, long at) {
    if (!archive.has(at, (byte) 0x60, (byte) 0xEA)) {
      throw new Malformed("arj.header", at, "no header");
    }
    int length = archive.block(at + 2, 2).u16le(0);
    if (length == 0) {
      return new ArjHeader(0, 0, 0, new byte[0], 0, 0, at + 4, 0, 0, true);
    }
    if (length < LEAST || length > MOST) {
      throw new Malformed("arj.header", at + 2, "header of " + length + " bytes");
    }
    Block block = archive.block(at + 4, length + 4);
    CRC32 crc = new CRC32();
    crc.update(block.array(), block.arrayOffset(), length);
    if ((int) crc.getValue() != block.i32le(length)) {
      throw new Malformed("arj.header", at, "the header does not match its CRC");
    }
    int nameAt = block.u8(0);
    int nameEnd = nameAt;
    while (nameEnd < length && block.u8(nameEnd) != 0) {
      nameEnd++;
    }
    return new ArjHeader(
        block.u8(4),
        block.u8(5),
        block.u8(6),
        nameAt < nameEnd ? block.bytes(nameAt, nameEnd - nameAt) : new byte[0],
        block.u8(3) == UNIX ? block.u16le(26) : 0,
        block.i32le(20),
        behind(archive, at + 8 + length),
        block.u32le(12),
        block.u32le(16),
        false);
  }

  /** Passes extended headers. */
  private static long behind(Bytes archive, long from) {
    long at = from;
    for (int i = 0; i < MAX_EXTENDED; i++) {
      int length = archive.block(at, 2).u16le(0);
      if (length == 0) {
        return at + 2;
      }
      at += 2 + length + 4;
    }
    throw new Malformed("arj.header", from, "more than " + MAX_EXTENDED + " extended headers");
  }
}
