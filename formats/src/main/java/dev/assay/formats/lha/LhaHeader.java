package dev.assay.formats.lha;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;

/**
 * One header as stored.
 *
 * @param method its three letters and digits
 * @param name with its directories, '/' between them
 * @param mode Unix mode, or 0 where none is told
 * @param crc CRC-16 of the content
 * @param dataAt offset of what is stored
 * @param stored bytes of it
 */
record LhaHeader(
    String method,
    byte[] name,
    int mode,
    int uid,
    int gid,
    int crc,
    long dataAt,
    long stored,
    long size) {
  private static final int LEAST = 22;
  private static final int MAX_EXTENSIONS = 256;
  private static final int MAX_EXTENSION = 1 << 16;

  /** OS-9, whose writer of headers of level 2 does not count the two bytes of their size. */
  private static final int OSK = 'K';

  /** Whether a header stands there. */
  static boolean isAt(Bytes archive, long at) {
    if (archive.size() - at < LEAST || !archive.has(at + 2, "-l") || !archive.has(at + 6, "-")) {
      return false;
    }
    try {
      return read(archive, at).dataAt() <= archive.size();
    } catch (Malformed none) {
      return false;
    }
  }

  /**
   * @throws Malformed {@code lha.header} where none holds together
   */
  static LhaHeader read(Bytes archive, long at) {
    int level = archive.block(at + 20, 1).u8(0);
    return switch (level) {
      case 0, 1 -> early(archive, at, level);
      case 2, 3 -> late(archive, at, level);
      default -> throw new Malformed("lha.header", at + 20, "header of level " + level);
    };
  }

  private static LhaHeader early(Bytes archive, long at, int level) {
    int size = archive.block(at, 1).u8(0) + 2;
    Block block = archive.block(at, size);
    int sum = 0;
    for (int i = 2; i < size; i++) {
      sum += block.u8(i);
    }
    if ((sum & 0xFF) != block.u8(1)) {
      throw new Malformed("lha.header", at + 1, "the header does not match its sum");
    }
    int nameSize = block.u8(21);
    int behind = 22 + nameSize;
    Attributes attributes = new Attributes();
    attributes.name(block.bytes(22, nameSize));
    long stored = block.u32le(7);
    long dataAt = at + size;
    if (level == 1) {
      long end = attributes.extensions(archive, dataAt, block.u16le(size - 2), 2);
      stored -= end - dataAt;
      dataAt = end;
    } else if (size >= behind + 14 && block.u8(behind + 2) == 'U') {
      attributes.mode = block.u16le(behind + 8);
      attributes.uid = block.u16le(behind + 10);
      attributes.gid = block.u16le(behind + 12);
    }
    return attributes.header(block, block.u16le(behind), dataAt, stored);
  }

  private static LhaHeader late(Bytes archive, long at, int level) {
    Block block = archive.block(at, 32);
    int width = level == 2 ? 2 : 4;
    long size = level == 2 ? block.u16le(0) : block.u32le(24);
    int first = level == 2 ? 24 : 28;
    Attributes attributes = new Attributes();
    long next = level == 2 ? block.u16le(first) : block.u32le(first);
    attributes.extensions(archive, at + first + width, next, width);
    long end = at + size + (level == 2 && block.u8(23) == OSK ? width : 0);
    return attributes.header(block, block.u16le(21), end, block.u32le(7));
  }

  /** What name and extensions tell. */
  private static final class Attributes {
    private byte[] name = {};
    private byte[] directory = {};
    private int mode;
    private int uid;
    private int gid;

    void name(byte[] stored) {
      name = stored;
    }

    /** Reads extensions; gives the offset behind them. */
    long extensions(Bytes archive, long from, long firstSize, int width) {
      long at = from;
      long size = firstSize;
      for (int i = 0; size != 0; i++) {
        if (i == MAX_EXTENSIONS || size <= width || size > MAX_EXTENSION) {
          throw new Malformed("lha.header", at, "extension of " + size + " bytes");
        }
        Block block = archive.block(at, (int) size);
        take(block.u8(0), block.slice(1, (int) size - 1 - width));
        at += size;
        size = width == 2 ? block.u16le((int) size - 2) : block.u32le((int) size - 4);
      }
      return at;
    }

    private void take(int kind, Block body) {
      switch (kind) {
        case 0x01 -> name = body.bytes(0, body.size());
        case 0x02 -> directory = body.bytes(0, body.size());
        case 0x50 -> mode = body.u16le(0);
        case 0x51 -> {
          gid = body.u16le(0);
          uid = body.u16le(2);
        }
        default -> {}
      }
    }

    LhaHeader header(Block block, int crc, long dataAt, long stored) {
      ByteArrayOutputStream path = new ByteArrayOutputStream();
      path.writeBytes(directory);
      if (directory.length > 0 && directory[directory.length - 1] != (byte) 0xFF) {
        path.write('/');
      }
      path.writeBytes(name);
      byte[] whole = path.toByteArray();
      for (int i = 0; i < whole.length; i++) {
        whole[i] = whole[i] == (byte) 0xFF || whole[i] == '\\' ? (byte) '/' : whole[i];
      }
      String method = block.latin1(3, 3);
      return new LhaHeader(method, whole, mode, uid, gid, crc, dataAt, stored, block.u32le(11));
    }
  }
}
