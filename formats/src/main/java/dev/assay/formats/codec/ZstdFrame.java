package dev.assay.formats.codec;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/**
 * Where a Zstandard frame ends (RFC 8878 §3.1.1): magic number, descriptor, window, dictionary id,
 * content size; blocks of 3 bytes of header each; a checksum of 4 bytes if the descriptor says so.
 */
final class ZstdFrame {
  private static final int MAGIC = 0xFD2FB528;
  private static final int RAW = 0;
  private static final int REPEATED = 1;
  private static final int[] DICTIONARY_ID = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE = {0, 2, 4, 8};

  private ZstdFrame() {}

  /**
   * Bytes of the frame that {@code in[at, at + length)} begins with; {@code length} where it begins
   * with none, or one that is longer.
   */
  static int end(byte[] in, int at, int length) {
    Block frame = Bytes.of(in, at, length).block(0, length);
    if (length < 6 || frame.i32le(0) != MAGIC) {
      return length;
    }
    int descriptor = frame.u8(4);
    boolean single = (descriptor & 0x20) != 0;
    int size = CONTENT_SIZE[descriptor >> 6];
    int next =
        5 + (single ? 0 : 1) + DICTIONARY_ID[descriptor & 3] + (single && size == 0 ? 1 : size);
    boolean last = false;
    while (!last) {
      if (next + 3 > length) {
        return length;
      }
      int header = frame.u16le(next) | frame.u8(next + 2) << 16;
      last = (header & 1) != 0;
      int type = header >> 1 & 3;
      next += 3 + (type == REPEATED ? 1 : header >> 3);
      if (type > 2 || type == RAW && header >> 3 > length) {
        return length;
      }
    }
    return Math.min(length, next + ((descriptor & 4) != 0 ? 4 : 0));
  }
}
