package dev.assay.verify.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and the hashes of a Merkle tree (RFC 6962 §2.1). Not for several threads at once. */
public final class Sha256 {
  public static final int LENGTH = 32;

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};
  private static final byte[] SEPARATOR = {0};

  private final MessageDigest digest = newDigest();

  /** What the digest takes at once: as many calls as a line has parts cost more than its hash. */
  private final byte[] buffer = new byte[1 << 10];

  private int filled;

  public byte[] of(byte[] bytes) {
    return digest.digest(bytes);
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(new Sha256().of(bytes));
  }

  /** The leaf of a line: bytes {@code from} to {@code to}, without the newline. */
  public byte[] leaf(String file, byte[] bytes, int from, int to) {
    byte[] name = file.getBytes(StandardCharsets.UTF_8);
    put(LEAF, 0, 1);
    put(name, 0, name.length);
    put(SEPARATOR, 0, 1);
    put(bytes, from, to - from);
    return end();
  }

  /** A leaf that cannot be recognised without its salt. */
  public byte[] salted(byte[] salt, byte[] leaf) {
    put(LEAF, 0, 1);
    put(salt, 0, salt.length);
    put(leaf, 0, leaf.length);
    return end();
  }

  /** The node over two hashes. */
  public byte[] node(byte[] left, byte[] right) {
    put(NODE, 0, 1);
    put(left, 0, left.length);
    put(right, 0, right.length);
    return end();
  }

  private void put(byte[] bytes, int from, int length) {
    if (length > buffer.length - filled) {
      digest.update(buffer, 0, filled);
      filled = 0;
    }
    if (length > buffer.length) {
      digest.update(bytes, from, length);
      return;
    }
    System.arraycopy(bytes, from, buffer, filled, length);
    filled += length;
  }

  private byte[] end() {
    digest.update(buffer, 0, filled);
    filled = 0;
    return digest.digest();
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
