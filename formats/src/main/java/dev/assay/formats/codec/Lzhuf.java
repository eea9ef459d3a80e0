package dev.assay.formats.codec;

import dev.assay.formats.Bytes;
import dev.assay.formats.Sink;
import java.util.Arrays;

/**
 * LZ77 with an adaptive Huffman code, as LHarc wrote it (LHA's method lh1): characters and lengths
 * of matches, then of a match the high six bits of its distance in a code that is fixed, and six
 * bits as they are.
 */
public final class Lzhuf {
  private static final int WINDOW = 1 << 12;
  private static final int LITERALS = 256;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 60;
  private static final int LOW_BITS = 6;

  /** Bits of the code of each distance, which are the codes in their order. */
  private static final HuffmanDown DISTANCES = distances();

  private final BitsDown in;
  private final AdaptiveTree characters = new AdaptiveTree(LITERALS + LONGEST - SHORTEST + 1);
  private final LzWindow window;

  private Lzhuf(Bytes packed, Sink sink) {
    this.in = new BitsDown(packed);
    this.window = new LzWindow(WINDOW, ' ', sink);
  }

  /**
   * Decompresses {@code size} bytes into a sink, which keeps what came before damage.
   *
   * @throws dev.assay.formats.Malformed {@code codec.damaged}
   */
  public static void decompress(Bytes packed, long size, Sink sink) {
    Lzhuf lzhuf = new Lzhuf(packed, sink);
    try {
      lzhuf.run(size);
    } finally {
      lzhuf.window.flush();
    }
  }

  private void run(long size) {
    long left = size;
    while (left > 0) {
      int code = characters.next(in);
      if (code < LITERALS) {
        window.put(code);
        left--;
      } else {
        int distance = (DISTANCES.next(in) << LOW_BITS | in.bits(LOW_BITS)) + 1;
        int length = (int) Math.min(left, code - LITERALS + SHORTEST);
        window.copy(distance, length);
        left -= length;
      }
    }
  }

  private static HuffmanDown distances() {
    int[] lengths = new int[64];
    Arrays.fill(lengths, 0, 1, 3);
    Arrays.fill(lengths, 1, 4, 4);
    Arrays.fill(lengths, 4, 12, 5);
    Arrays.fill(lengths, 12, 24, 6);
    Arrays.fill(lengths, 24, 48, 7);
    Arrays.fill(lengths, 48, 64, 8);
    return HuffmanDown.of(lengths, lengths.length);
  }
}
