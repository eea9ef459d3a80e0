package dev.assay.verify.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hashes of many leaves, in order. */
public final class Leaves {
  /** Leaves of one tree; their hashes take 512 MiB. */
  public static final int MAX = 1 << 24;

  private static final int BLOCK = 4096;

  private final List<byte[]> blocks = new ArrayList<>();
  private int count;

  /** Adds a hash at the end. */
  public void add(byte[] hash) {
    int at = count % BLOCK * Sha256.LENGTH;
    if (at == 0) {
      blocks.add(new byte[BLOCK * Sha256.LENGTH]);
    }
    System.arraycopy(hash, 0, blocks.getLast(), at, Sha256.LENGTH);
    count++;
  }

  void addAll(Leaves others) {
    for (int i = 0; i < others.count; i++) {
      add(others.get(i));
    }
  }

  public int count() {
    return count;
  }

  /** The hash of leaf {@code i}, counted from 0. */
  public byte[] get(int i) {
    int at = i % BLOCK * Sha256.LENGTH;
    return Arrays.copyOfRange(blocks.get(i / BLOCK), at, at + Sha256.LENGTH);
  }

  /** The Merkle root over them. */
  public byte[] root() {
    return Subtrees.root(count, this::root);
  }

  /** The Merkle root over some of them in a row. */
  public byte[] root(int from, int number) {
    MerkleTree tree = new MerkleTree();
    for (int i = from; i < from + number; i++) {
      tree.add(get(i));
    }
    return tree.root();
  }
}
