package dev.assay.inspect.opaque;

/** How often each value of a byte occurs. */
final class Spread {
  private final long[] counts = new long[256];
  private long total;

  void add(int value, int times) {
    counts[value] += times;
    total += times;
  }

  void addWord(long word) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      add((int) (word >>> shift) & 0xFF, 1);
    }
  }

  long total() {
    return total;
  }

  /** Whether every value occurs, as in random content of some length. */
  boolean hasAllValues() {
    for (long count : counts) {
      if (count == 0) {
        return false;
      }
    }
    return true;
  }

  /** Shannon's, bits per byte. */
  double entropy() {
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        double share = (double) count / total;
        entropy -= share * Math.log(share) / Math.log(2);
      }
    }
    return entropy;
  }

  /** Against evenly spread bytes. */
  double chiSquare() {
    double chiSquare = 0;
    double expected = total / 256.0;
    for (long count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    return chiSquare;
  }
}
