package dev.assay.inspect.android.code;

import java.util.Arrays;

/** Numbers pairs of numbers from 0 on, each pair once. */
final class Pairs {
  private long[] keys = new long[1 << 12];
  private int[] slots = new int[1 << 13];
  private int size;

  Pairs() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  int number(int first, int second) {
    long key = (long) first << 32 | second & 0xFFFFFFFFL;
    int slot = slot(key);
    if (slots[slot] < 0) {
      if (size == keys.length) {
        grow();
        slot = slot(key);
      }
      keys[size] = key;
      slots[slot] = size++;
    }
    return slots[slot];
  }

  /** The number of a pair; −1 where it has none. */
  int find(int first, int second) {
    return slots[slot((long) first << 32 | second & 0xFFFFFFFFL)];
  }

  int first(int number) {
    return (int) (keys[number] >> 32);
  }

  int second(int number) {
    return (int) keys[number];
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & slots.length - 1;
    while (slots[slot] >= 0 && keys[slots[slot]] != key) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    slots = new int[4 * size];
    Arrays.fill(slots, -1);
    for (int i = 0; i < size; i++) {
      slots[slot(keys[i])] = i;
    }
  }
}
