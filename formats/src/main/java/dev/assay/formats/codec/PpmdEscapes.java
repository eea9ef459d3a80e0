package dev.assay.formats.codec;

import java.util.Arrays;

/**
 * How likely it is that a context does not have the symbol that comes: by its number of symbols
 * where it has one only, and else by 25 classes of contexts, with 16 states each.
 */
final class PpmdEscapes {
  static final int SCALE_BITS = 14;
  private static final int PERIOD_BITS = 7;
  private static final int CLASSES = 25;
  private static final int STATES = 16;
  private static final int[] FIRST = {
    0x3CDD, 0x1F3F, 0x59BF, 0x48F3, 0x64A1, 0x5ABC, 0x6632, 0x6051
  };
  private static final int[] CLASS_OF = new int[256];

  static {
    int next = 3;
    int left = 1;
    for (int i = 0; i < CLASS_OF.length; i++) {
      CLASS_OF[i] = i < 3 ? i : next;
      if (i >= 3 && --left == 0) {
        next++;
        left = next - 2;
      }
    }
  }

  private final int[] ones = new int[128 * 64];
  private final int[] sums = new int[CLASSES * STATES];
  private final int[] shifts = new int[CLASSES * STATES];
  private final int[] counts = new int[CLASSES * STATES];

  void restart() {
    for (int i = 0; i < ones.length; i++) {
      ones[i] = (1 << SCALE_BITS) - FIRST[i % 8] / (i / 64 + 2);
    }
    Arrays.fill(shifts, PERIOD_BITS - 4);
    Arrays.fill(counts, 4);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = 5 * (i / STATES) + 10 << PERIOD_BITS - 4;
    }
  }

  /** How likely a context of one symbol has the one that comes, of 2^14. */
  int one(int frequency, int state) {
    return ones[(frequency - 1) * 64 + state];
  }

  /** Learns that it had it. */
  void hit(int frequency, int state) {
    int at = (frequency - 1) * 64 + state;
    ones[at] += (1 << PERIOD_BITS) - mean(ones[at]);
  }

  /** Learns that it had it not; how likely it is then, of 2^14. */
  int miss(int frequency, int state) {
    int at = (frequency - 1) * 64 + state;
    ones[at] -= mean(ones[at]);
    return ones[at];
  }

  private static int mean(int probability) {
    return probability + (1 << PERIOD_BITS - 2) >> PERIOD_BITS;
  }

  /**
   * The class and state of a context.
   *
   * @param left symbols that can still come
   * @param state 0 to 15
   */
  static int place(int left, int state) {
    return CLASS_OF[left - 1] * STATES + state;
  }

  /** The frequency of an escape. */
  int frequency(int place) {
    int frequency = sums[place] >> shifts[place];
    sums[place] = sums[place] - frequency & 0xFFFF;
    return Math.max(frequency, 1);
  }

  /** Learns that there was none. */
  void found(int place) {
    if (shifts[place] < PERIOD_BITS && --counts[place] == 0) {
      sums[place] = sums[place] << 1 & 0xFFFF;
      counts[place] = 3 << shifts[place]++ & 0xFF;
    }
  }

  /** Learns that there was one. */
  void escaped(int place, int total) {
    sums[place] = sums[place] + total & 0xFFFF;
  }
}
