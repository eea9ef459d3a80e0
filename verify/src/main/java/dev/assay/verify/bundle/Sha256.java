package dev.assay.verify.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and the hashes of a Merkle tree (RFC 6962 §2.1). Not for several threads at once. */
public final class Sha256 {
  public static final int LENGTH = 32;

  private final MessageDigest digest = newDigest();

  public byte[] of(byte[] bytes) {
    return digest.digest(bytes);
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(new Sha256().of(bytes));
  }

  /** The leaf of a line: bytes {@code from} to {@code to}, without the newline. */
  public byte[] leaf(String file, byte[] bytes, int from, int to) {
    digest.update((byte) 0);
    digest.update(file.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes, from, to - from);
    return digest.digest();
  }

  /** The node over two hashes. */
  public byte[] node(byte[] left, byte[] right) {
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
