package dev.assay.inspect.opaque;

import java.util.Arrays;

/**
 * Whether content is random but for blocks that come again and again: what a block cipher leaves of
 * repetitive content where no mode chains its blocks (ECB). Blocks of 16 bytes repeat both their
 * halves, so that looking at 8 finds ciphers of 64 and of 128 bits.
 */
final class EqualBlocks {
  /** Random content of any size that can be read has no word more than twice. */
  private static final int OFTEN = 8;

  private final long[] words;
  private int count;

  EqualBlocks(int most) {
    words = new long[most];
  }

  /** Takes a word, unless it is one of padding. */
  void add(long word) {
    if (count < words.length && word != 0 && word != -1) {
      words[count++] = word;
    }
  }

  boolean areTheOnlyPattern() {
    Arrays.sort(words, 0, count);
    boolean repeats = false;
    Spread rest = new Spread();
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && words[to] == words[from]) {
        to++;
      }
      if (to - from >= OFTEN) {
        if (!isCiphertext(words[from])) {
          return false;
        }
        repeats = true;
      } else {
        rest.addWord(words[from]);
      }
      from = to;
    }
    return repeats
        && rest.total() >= EntropyInspector.LEAST
        && rest.chiSquare() < EntropyInspector.RANDOM_BELOW;
  }

  /** Of 8 random bytes, fewer than 5 are distinct once in a hundred million times. */
  private static boolean isCiphertext(long word) {
    boolean[] seen = new boolean[256];
    int distinct = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int value = (int) (word >>> shift) & 0xFF;
      distinct += seen[value] ? 0 : 1;
      seen[value] = true;
    }
    return distinct >= 5;
  }
}
