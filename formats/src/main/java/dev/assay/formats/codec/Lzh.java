package dev.assay.formats.codec;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Sink;
import java.util.Arrays;

/**
 * LZ77 with static Huffman codes, as LHA, ARJ and EFI use it. A block is: 16 bits number of codes;
 * the lengths of the codes for lengths, of the codes for characters and matches, and of those for
 * distances; then the codes.
 */
public final class Lzh {
  private static final int CHARACTERS = 510;
  private static final int CHARACTER_BITS = 9;
  private static final int LENGTHS = 19;
  private static final int LENGTH_BITS = 5;
  private static final int LITERALS = 256;
  private static final int SHORTEST = 3;

  private final BitsDown in;
  private final Variant variant;
  private final LzWindow window;
  private final int[] lengths = new int[CHARACTERS];

  /** How many distances there are, which their largest tells. */
  public enum Variant {
    LH4(14, 4, 1 << 16),
    /** EFI 1.1 as well. */
    LH5(14, 4, 1 << 16),
    LH6(16, 5, 1 << 16),
    LH7(17, 5, 1 << 16),
    TIANO(20, 5, 1 << 19);

    private final int distances;
    private final int distanceBits;
    private final int window;

    Variant(int distances, int distanceBits, int window) {
      this.distances = distances;
      this.distanceBits = distanceBits;
      this.window = window;
    }
  }

  private Lzh(Bytes packed, Variant variant, Sink sink) {
    this.in = new BitsDown(packed);
    this.variant = variant;
    this.window = new LzWindow(variant.window, ' ', sink);
  }

  /**
   * Decompresses {@code size} bytes into a sink, which keeps what came before damage.
   *
   * @throws Malformed {@code codec.damaged}
   */
  public static void decompress(Bytes packed, Variant variant, long size, Sink sink) {
    Lzh lzh = new Lzh(packed, variant, sink);
    try {
      lzh.run(size);
    } finally {
      lzh.window.flush();
    }
  }

  private void run(long size) {
    long left = size;
    int codes = 0;
    HuffmanDown characters = HuffmanDown.only(0);
    HuffmanDown distances = characters;
    while (left > 0) {
      if (codes == 0) {
        codes = in.bits(16);
        if (codes == 0) {
          throw damaged("has a block without codes");
        }
        HuffmanDown forLengths = smallTable(LENGTHS, LENGTH_BITS, SHORTEST);
        characters = characters(forLengths);
        distances = smallTable(variant.distances, variant.distanceBits, -1);
      }
      codes--;
      int code = characters.next(in);
      if (code < LITERALS) {
        window.put(code);
        left--;
      } else {
        int length = (int) Math.min(left, code - LITERALS + SHORTEST);
        window.copy(distance(distances), length);
        left -= length;
      }
    }
  }

  private int distance(HuffmanDown distances) {
    int bits = distances.next(in);
    if (bits >= variant.distances) {
      throw damaged("refers further back than it can");
    }
    return bits == 0 ? 1 : (1 << bits - 1) + in.bits(bits - 1) + 1;
  }

  /** Lengths of 3 bits, 7 continued by ones; behind the entry {@code gapAt}, 2 bits of zeros. */
  private HuffmanDown smallTable(int most, int countBits, int gapAt) {
    int count = in.bits(countBits);
    if (count == 0) {
      return HuffmanDown.only(in.bits(countBits));
    }
    if (count > most) {
      throw damaged("has " + count + " lengths");
    }
    Arrays.fill(lengths, 0, most, 0);
    for (int i = 0; i < count; ) {
      int length = in.bits(3);
      while (length >= 7 && in.bits(1) == 1) {
        length++;
        if (length > HuffmanDown.LONGEST) {
          throw damaged("has a code that is too long");
        }
      }
      lengths[i++] = length;
      if (i == gapAt) {
        i += in.bits(2);
      }
    }
    return HuffmanDown.of(lengths, most);
  }

  private HuffmanDown characters(HuffmanDown forLengths) {
    int count = in.bits(CHARACTER_BITS);
    if (count == 0) {
      return HuffmanDown.only(in.bits(CHARACTER_BITS));
    }
    Arrays.fill(lengths, 0);
    for (int i = 0; i < count; ) {
      int code = forLengths.next(in);
      int zeros =
          switch (code) {
            case 0 -> 1;
            case 1 -> in.bits(4) + 3;
            case 2 -> in.bits(CHARACTER_BITS) + 20;
            default -> 0;
          };
      if (i + Math.max(1, zeros) > CHARACTERS || code - 2 > HuffmanDown.LONGEST) {
        throw damaged("has lengths of characters that cannot be");
      }
      if (zeros == 0) {
        lengths[i++] = code - 2;
      }
      i += zeros;
    }
    return HuffmanDown.of(lengths, CHARACTERS);
  }

  private static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed data " + why);
  }
}
