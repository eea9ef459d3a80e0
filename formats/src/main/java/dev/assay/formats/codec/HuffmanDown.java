package dev.assay.formats.codec;

import dev.assay.formats.Malformed;

/** A canonical Huffman code, its words read from the high bit down. */
final class HuffmanDown {
  static final int LONGEST = 16;

  private final int[] counts = new int[LONGEST + 1];
  private final int[] symbols;
  private final int only;

  private HuffmanDown(int[] symbols, int only) {
    this.symbols = symbols;
    this.only = only;
  }

  /** The code of a single symbol, which takes no bits. */
  static HuffmanDown only(int symbol) {
    return new HuffmanDown(new int[0], symbol);
  }

  /**
   * @param lengths of the words, 0 where a symbol has none
   */
  static HuffmanDown of(int[] lengths, int count) {
    HuffmanDown code = new HuffmanDown(new int[count], -1);
    for (int i = 0; i < count; i++) {
      code.counts[lengths[i]]++;
    }
    code.counts[0] = 0;
    int[] starts = new int[LONGEST + 2];
    int left = 1;
    for (int length = 1; length <= LONGEST; length++) {
      left = 2 * left - code.counts[length];
      starts[length + 1] = starts[length] + code.counts[length];
      if (left < 0) {
        throw new Malformed("codec.damaged", -1, "more words than a Huffman code can have");
      }
    }
    for (int i = 0; i < count; i++) {
      if (lengths[i] != 0) {
        code.symbols[starts[lengths[i]]++] = i;
      }
    }
    return code;
  }

  int next(Bits in) {
    if (only >= 0) {
      return only;
    }
    int word = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      word |= in.bits(1);
      int count = counts[length];
      if (word - count < first) {
        return symbols[index + word - first];
      }
      index += count;
      first = first + count << 1;
      word <<= 1;
    }
    throw new Malformed("codec.damaged", -1, "no word of the Huffman code");
  }
}
