package dev.assay.formats.codec;

import java.util.Arrays;

/** The Huffman codes of a block of LZX. Their lengths are told as differences to those before. */
final class LzxCodes {
  /** Distances are divided into so many slots, by the bits of the window from 15 on. */
  private static final int[] SLOTS = {30, 32, 34, 36, 38, 42, 50};

  private static final int LITERALS = 256;
  private static final int LENGTHS = 249;
  private static final int FOR_LENGTHS = 20;
  private static final int ALIGNED = 8;

  /** The longest length that stands in the symbol itself; more is told by a code of its own. */
  private static final int MORE = 7;

  private final int[] starts;
  private final int[] extra;
  private final int[] mainLengths;
  private final int[] lengthLengths = new int[LENGTHS];
  private HuffmanDown main = HuffmanDown.only(0);
  private HuffmanDown length = main;
  private HuffmanDown aligned = main;

  LzxCodes(int windowBits) {
    int slots = SLOTS[windowBits - 15];
    starts = new int[slots];
    extra = new int[slots];
    int start = 0;
    for (int slot = 0; slot < slots; slot++) {
      starts[slot] = start;
      extra[slot] = Math.clamp(slot / 2 - 1, 0, 17);
      start += 1 << extra[slot];
    }
    mainLengths = new int[LITERALS + 8 * slots];
  }

  void readAligned(WordBits in) {
    int[] lengths = new int[ALIGNED];
    for (int i = 0; i < ALIGNED; i++) {
      lengths[i] = in.bits(3);
    }
    aligned = HuffmanDown.of(lengths, ALIGNED);
    read(in);
  }

  void read(WordBits in) {
    lengths(in, mainLengths, 0, LITERALS);
    lengths(in, mainLengths, LITERALS, mainLengths.length);
    lengths(in, lengthLengths, 0, LENGTHS);
    main = HuffmanDown.of(mainLengths, mainLengths.length);
    length = HuffmanDown.of(lengthLengths, LENGTHS);
  }

  private static void lengths(WordBits in, int[] lengths, int from, int to) {
    int[] own = new int[FOR_LENGTHS];
    for (int i = 0; i < FOR_LENGTHS; i++) {
      own[i] = in.bits(4);
    }
    HuffmanDown code = HuffmanDown.of(own, FOR_LENGTHS);
    for (int i = from; i < to; ) {
      int symbol = code.next(in);
      int times =
          switch (symbol) {
            case 17 -> in.bits(4) + 4;
            case 18 -> in.bits(5) + 20;
            case 19 -> in.bits(1) + 4;
            default -> 1;
          };
      int value =
          switch (symbol) {
            case 17, 18 -> 0;
            case 19 -> changed(lengths[i], code.next(in));
            default -> changed(lengths[i], symbol);
          };
      if (times > to - i) {
        throw Lzx.damaged("has more lengths than symbols");
      }
      Arrays.fill(lengths, i, i + times, value);
      i += times;
    }
  }

  private static int changed(int before, int by) {
    if (by > 16) {
      throw Lzx.damaged("repeats a length that is none");
    }
    return (before - by + 17) % 17;
  }

  int main(WordBits in) {
    return main.next(in);
  }

  /** Beyond the shortest. */
  int length(WordBits in, int inSymbol) {
    return inSymbol == MORE ? MORE + length.next(in) : inSymbol;
  }

  int distance(WordBits in, int slot) {
    return starts[slot] - 2 + in.manyBits(extra[slot]);
  }

  /** Three low bits have a code of their own. */
  int alignedDistance(WordBits in, int slot) {
    int bits = extra[slot];
    return bits < 3
        ? distance(in, slot)
        : starts[slot] - 2 + (in.manyBits(bits - 3) << 3) + aligned.next(in);
  }
}
