package dev.assay.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/** A Merkle tree that is fed leaf by leaf (RFC 6962 §2.1). Holds one hash per level. */
public final class MerkleTree {
  private record Subtree(long leaves, byte[] hash) {}

  private final Deque<Subtree> stack = new ArrayDeque<>();
  private final MessageDigest digest;

  public MerkleTree() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** Adds one line of a file of the bundle. */
  public void add(String file, byte[] line) {
    digest.update((byte) 0);
    digest.update(file.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(line);
    Subtree top = new Subtree(1, digest.digest());
    while (!stack.isEmpty() && stack.peek().leaves() == top.leaves()) {
      Subtree left = stack.pop();
      top = new Subtree(2 * left.leaves(), node(left.hash(), top.hash()));
    }
    stack.push(top);
  }

  /** Hex hash over all leaves added; of no leaves, the hash of nothing. */
  public String root() {
    byte[] hash = stack.isEmpty() ? digest.digest() : stack.peek().hash();
    boolean first = true;
    for (Subtree subtree : stack) {
      hash = first ? subtree.hash() : node(subtree.hash(), hash);
      first = false;
    }
    return HexFormat.of().formatHex(hash);
  }

  private byte[] node(byte[] left, byte[] right) {
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }
}
