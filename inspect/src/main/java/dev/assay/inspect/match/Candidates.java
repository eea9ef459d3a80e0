package dev.assay.inspect.match;

import java.util.Arrays;

/**
 * Places where literals occur: pairs of position and literal, packed so that the search allocates
 * nothing per find.
 */
final class Candidates {
  private long[] packed = new long[256];
  private int size;

  void add(int position, int literal) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, size * 2);
    }
    packed[size++] = (long) position << 32 | literal;
  }

  int size() {
    return size;
  }

  int position(int index) {
    return (int) (packed[index] >>> 32);
  }

  int literal(int index) {
    return (int) packed[index];
  }

  /** Brings them into the order of the content, whatever lane found them. */
  void sort() {
    Arrays.sort(packed, 0, size);
  }

  void clear() {
    size = 0;
  }
}
