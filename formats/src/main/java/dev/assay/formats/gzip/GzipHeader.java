package dev.assay.formats.gzip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.zip.CRC32;

/**
 * The header of one member.
 *
 * @param size bytes
 * @param crcMatches whether its own CRC, where it has one, is right
 */
record GzipHeader(int size, boolean crcMatches) {
  private static final int FIXED = 10;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;
  // A name or comment longer than this is no gzip header.
  private static final int MAX = 128 << 10;

  /** Whether what starts at {@code at} can be a member: magic, method and no reserved flag. */
  static boolean isAt(Bytes content, long at) {
    return content.size() - at > FIXED
        && content.has(at, (byte) 0x1F, (byte) 0x8B, (byte) 8)
        && (content.block(at + 3, 1).u8(0) & RESERVED) == 0;
  }

  static GzipHeader read(Bytes content, long at) {
    Block head = content.blockUpTo(at, MAX);
    int flags = head.u8(3);
    int next = FIXED;
    if ((flags & EXTRA) != 0) {
      next += 2 + head.u16le(next);
    }
    if ((flags & NAME) != 0) {
      next = afterNul(head, next, at);
    }
    if ((flags & COMMENT) != 0) {
      next = afterNul(head, next, at);
    }
    if ((flags & HEADER_CRC) == 0) {
      return new GzipHeader(next, true);
    }
    CRC32 crc = new CRC32();
    crc.update(head.bytes(0, next));
    return new GzipHeader(next + 2, head.u16le(next) == (crc.getValue() & 0xFFFF));
  }

  private static int afterNul(Block head, int from, long at) {
    for (int i = from; i < head.size(); i++) {
      if (head.u8(i) == 0) {
        return i + 1;
      }
    }
    throw new Malformed("gzip.header", at, "name or comment in the header has no end");
  }
}
