package dev.assay.inspect.android.code;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Ints {
  private static final int[] NONE = {};

  private int[] values = NONE;
  private int size;

  int size() {
    return size;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(4, 2 * size));
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }
}
