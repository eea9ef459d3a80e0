package dev.assay.compare.normal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that come one after another. */
final class Digest {
  private final MessageDigest sha256;
  private long size;

  Digest() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  void update(byte[] from, int at, int length) {
    sha256.update(from, at, length);
    size += length;
  }

  byte[] done() {
    return sha256.digest();
  }

  /** Size and start of the digest. */
  String text() {
    return size + " bytes, SHA-256 " + HexFormat.of().formatHex(done(), 0, 8);
  }
}
