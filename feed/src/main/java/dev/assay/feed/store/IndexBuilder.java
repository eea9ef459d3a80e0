package dev.assay.feed.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;

/** Collects keys and where their entries stand and orders them by the keys' hashes. */
final class IndexBuilder {
  /** Bytes for each key: hash, offset and length. */
  static final int ENTRY = 24;

  private long[] hashes = new long[1024];
  private long[] offsets = new long[1024];
  private long[] lengths = new long[1024];
  private int size;

  void add(byte[] key, long offset, long length) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    hashes[size] = KeyHash.of(key);
    lengths[size] = length;
    offsets[size++] = offset;
  }

  int size() {
    return size;
  }

  /** The index as it stands in the file. */
  byte[] bytes() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingLong(i -> hashes[i] ^ Long.MIN_VALUE)
            .thenComparingLong(i -> offsets[i]));
    ByteBuffer bytes = ByteBuffer.allocate(size * ENTRY);
    for (int i : order) {
      bytes.putLong(hashes[i]).putLong(offsets[i]).putLong(lengths[i]);
    }
    return bytes.array();
  }
}
