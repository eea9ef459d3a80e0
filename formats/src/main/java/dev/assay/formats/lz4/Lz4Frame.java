package dev.assay.formats.lz4;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import io.airlift.compress.v3.xxhash.XxHash32JavaHasher;

/**
 * Header of a frame.
 *
 * @param size bytes of the header
 * @param contentSize bytes of content it announces, or −1
 */
record Lz4Frame(
    int size,
    int largestBlock,
    boolean linked,
    boolean blockChecksums,
    boolean contentChecksum,
    boolean dictionary,
    long contentSize) {
  static final int MAGIC = 0x184D2204;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int SMALLEST = 7;
  private static final int VERSION = 0b0100_0000;

  /** Whether a frame starts here: its header has a checksum of its own. */
  static boolean isAt(Bytes content, long at) {
    try {
      return content.size() - at >= SMALLEST
          && content.block(at, 4).i32le(0) == MAGIC
          && isSound(content, at);
    } catch (Malformed tooShort) {
      return false;
    }
  }

  static boolean isSkippable(Bytes content, long at) {
    return content.size() - at >= 8 && (content.block(at, 4).i32le(0) & ~0xF) == SKIPPABLE;
  }

  static Lz4Frame read(Bytes content, long at) {
    Block fixed = content.block(at, SMALLEST);
    int flags = fixed.u8(4);
    boolean announced = (flags & 8) != 0;
    boolean dictionary = (flags & 1) != 0;
    int code = fixed.u8(5) >> 4 & 7;
    return new Lz4Frame(
        SMALLEST + (announced ? 8 : 0) + (dictionary ? 4 : 0),
        code < 4 ? 0 : 1 << (8 + 2 * code),
        (flags & 0b10_0000) == 0,
        (flags & 0b1_0000) != 0,
        (flags & 4) != 0,
        dictionary,
        announced ? content.block(at + 6, 8).i64le(0) : -1);
  }

  private static boolean isSound(Bytes content, long at) {
    Lz4Frame frame = read(content, at);
    Block header = content.block(at, frame.size());
    int described = frame.size() - 5;
    int hash = XxHash32JavaHasher.hash(header.bytes(4, described), 0, described, 0);
    return (header.u8(4) & 0xC2) == VERSION
        && frame.largestBlock() > 0
        && header.u8(frame.size() - 1) == (hash >> 8 & 0xFF);
  }
}
