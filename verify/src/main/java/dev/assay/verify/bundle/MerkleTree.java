package dev.assay.verify.bundle;

import java.util.ArrayDeque;
import java.util.Deque;

/** A Merkle tree that is fed leaf by leaf (RFC 6962 §2.1). Holds one hash per level. */
public final class MerkleTree {
  private record Subtree(long leaves, byte[] hash) {}

  private final Deque<Subtree> stack = new ArrayDeque<>();
  private final Sha256 sha256 = new Sha256();

  /** Adds a leaf by its hash. */
  public void add(byte[] leaf) {
    Subtree top = new Subtree(1, leaf);
    while (!stack.isEmpty() && stack.peek().leaves() == top.leaves()) {
      Subtree left = stack.pop();
      top = new Subtree(2 * left.leaves(), sha256.node(left.hash(), top.hash()));
    }
    stack.push(top);
  }

  /** The hash over all leaves added; of no leaves, the hash of nothing. */
  public byte[] root() {
    if (stack.isEmpty()) {
      return sha256.of(new byte[0]);
    }
    byte[] hash = stack.peek().hash();
    boolean first = true;
    for (Subtree subtree : stack) {
      hash = first ? hash : sha256.node(subtree.hash(), hash);
      first = false;
    }
    return hash;
  }
}
