package dev.assay.formats.codec;

/**
 * How often each symbol of an alphabet came, by which Quantum codes the next. Frequencies are kept
 * as sums: that of an entry counts all behind it as well, so the first is the total.
 */
final class QuantumModel {
  private static final int STEP = 8;
  private static final int MOST = 3800;
  private static final int HALVINGS_AT_FIRST = 4;
  private static final int HALVINGS = 50;

  private final int[] symbols;
  private final int[] sums;
  private int halvings = HALVINGS_AT_FIRST;

  /**
   * @param first the smallest symbol; the others follow it
   */
  QuantumModel(int first, int count) {
    symbols = new int[count];
    sums = new int[count + 1];
    for (int i = 0; i < count; i++) {
      symbols[i] = first + i;
      sums[i] = count - i;
    }
  }

  int total() {
    return sums[0];
  }

  int symbol(int entry) {
    return symbols[entry];
  }

  /** Sum of the entry and all behind it. */
  int from(int entry) {
    return sums[entry];
  }

  /** Sum of all behind the entry. */
  int behind(int entry) {
    return sums[entry + 1];
  }

  /** The entry in whose part of the total a number lies. */
  int entryOf(int number) {
    int entry = 0;
    while (entry < symbols.length - 1 && sums[entry + 1] > number) {
      entry++;
    }
    return entry;
  }

  /** Counts an entry. */
  void count(int entry) {
    for (int i = 0; i <= entry; i++) {
      sums[i] += STEP;
    }
    if (sums[0] > MOST) {
      if (--halvings > 0) {
        halve();
      } else {
        halvings = HALVINGS;
        reorder();
      }
    }
  }

  private void halve() {
    for (int i = symbols.length - 1; i >= 0; i--) {
      sums[i] = Math.max(sums[i] >> 1, sums[i + 1] + 1);
    }
  }

  /** The order of equals is a part of the format: each place takes whatever is more, one by one. */
  private void reorder() {
    int[] each = new int[symbols.length];
    for (int i = 0; i < each.length; i++) {
      each[i] = sums[i] - sums[i + 1] + 1 >> 1;
    }
    for (int i = 0; i < each.length - 1; i++) {
      for (int j = i + 1; j < each.length; j++) {
        if (each[i] < each[j]) {
          swap(each, i, j);
          swap(symbols, i, j);
        }
      }
    }
    for (int i = each.length - 1; i >= 0; i--) {
      sums[i] = each[i] + sums[i + 1];
    }
  }

  private static void swap(int[] of, int i, int j) {
    int held = of[i];
    of[i] = of[j];
    of[j] = held;
  }
}
