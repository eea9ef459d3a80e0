package dev.assay.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** A Merkle tree that is fed leaf by leaf (RFC 6962 §2.1). Holds one hash per level. */
public final class MerkleTree {
  private record Subtree(long leaves, byte[] hash) {}

  private final Deque<Subtree> stack = new ArrayDeque<>();
  private final MessageDigest digest = newDigest();

  /** Adds one line of a file of the bundle. */
  public void add(String file, byte[] line) {
    push(leaf(digest, file.getBytes(StandardCharsets.UTF_8), line));
  }

  /** Adds all lines of a file of the bundle. */
  public void addAll(String file, List<byte[]> lines) {
    byte[] name = file.getBytes(StandardCharsets.UTF_8);
    Chunks.map(lines, chunk -> leaves(name, chunk)).forEach(this::push);
  }

  private void push(byte[] leaf) {
    Subtree top = new Subtree(1, leaf);
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

  private static List<byte[]> leaves(byte[] file, List<byte[]> lines) {
    MessageDigest digest = newDigest();
    return lines.stream().map(line -> leaf(digest, file, line)).toList();
  }

  private static byte[] leaf(MessageDigest digest, byte[] file, byte[] line) {
    digest.update((byte) 0);
    digest.update(file);
    digest.update((byte) 0);
    return digest.digest(line);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
