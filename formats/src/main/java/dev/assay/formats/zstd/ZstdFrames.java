package dev.assay.formats.zstd;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * Walks frames by their headers, without decoding: where they end, and how large they say they are.
 */
final class ZstdFrames {
  static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int MAX_BLOCK = 128 << 10;
  private static final int BLOCK_RAW_OR_COMPRESSED = 0b101;
  private static final int[] DICTIONARY_ID = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE = {0, 2, 4, 8};

  private ZstdFrames() {}

  /** A frame with content starts here. */
  static boolean isFrame(Bytes content, long at) {
    return content.size() - at >= 9
        && content.block(at, 5).i32le(0) == MAGIC
        && (content.block(at + 4, 1).u8(0) & 0b1000) == 0;
  }

  static boolean isSkippable(Bytes content, long at) {
    return content.size() - at >= 8 && (content.block(at, 4).i32le(0) & ~0xF) == SKIPPABLE;
  }

  /**
   * Offset after the frame at {@code at}, of either kind.
   *
   * @throws Malformed where a block is of no known type, the frame ends beyond the content, or
   *     needs a dictionary
   */
  static long end(Bytes content, long at) {
    if (isSkippable(content, at)) {
      return within(content, at + 8 + content.block(at + 4, 4).u32le(0), at);
    }
    int descriptor = content.block(at + 4, 1).u8(0);
    boolean single = (descriptor & 0b10_0000) != 0;
    int dictionary = DICTIONARY_ID[descriptor & 3];
    if (dictionary > 0 && !isZero(content.block(at + 5 + (single ? 0 : 1), dictionary))) {
      throw new Malformed("zstd.dictionary", at, "needs a dictionary that is not part of it");
    }
    long next = at + 5 + (single ? 0 : 1) + dictionary + contentSizeWidth(descriptor >> 6, single);
    boolean last = false;
    while (!last) {
      Block header = block(content, next, at);
      int bits = header.u16le(0) | header.u8(2) << 16;
      int type = bits >> 1 & 3;
      int size = bits >> 3;
      last = (bits & 1) != 0;
      if (type == 3 || size > MAX_BLOCK) {
        throw new Malformed(
            "zstd.damaged", next, "block of type " + type + " and " + size + " bytes");
      }
      boolean stored = (BLOCK_RAW_OR_COMPRESSED >> type & 1) != 0;
      next = within(content, next + 3 + (stored ? size : 1), at);
    }
    return within(content, next + ((descriptor & 0b100) != 0 ? 4 : 0), at);
  }

  private static int contentSizeWidth(int flag, boolean single) {
    return flag == 0 && single ? 1 : CONTENT_SIZE[flag];
  }

  private static Block block(Bytes content, long at, long frame) {
    return content.block(within(content, at + 3, frame) - 3, 3);
  }

  private static long within(Bytes content, long end, long frame) {
    if (end > content.size()) {
      throw new Malformed(
          "zstd.truncated",
          content.size(),
          "the frame at " + frame + " goes on to at least " + end + "; what is there was decoded");
    }
    return end;
  }

  private static boolean isZero(Block block) {
    for (int i = 0; i < block.size(); i++) {
      if (block.u8(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
