package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over {@link Bytes}. */
public final class Digests {
  private Digests() {}

  /** Hex SHA-256 of all bytes. */
  public static String sha256(Bytes content) {
    MessageDigest digest = newSha256();
    Sums.each(content, digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Looking a digest up costs more than hashing a small file, so one is looked up and copied. */
  private static final MessageDigest SHA_256 = lookedUp();

  static MessageDigest newSha256() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the JDK's digests can be copied", e);
    }
  }

  private static MessageDigest lookedUp() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
