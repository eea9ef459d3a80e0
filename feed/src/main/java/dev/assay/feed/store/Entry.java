package dev.assay.feed.store;

import java.util.Arrays;

/** A key and a value that are sorted by both, bytewise. */
record Entry(byte[] key, byte[] value) implements Comparable<Entry> {
  @Override
  public int compareTo(Entry other) {
    int byKey = Arrays.compareUnsigned(key, other.key);
    return byKey != 0 ? byKey : Arrays.compareUnsigned(value, other.value);
  }

  boolean sameKey(Entry other) {
    return Arrays.equals(key, other.key);
  }

  /** About what it takes on the heap. */
  int size() {
    return key.length + value.length + 64;
  }
}
