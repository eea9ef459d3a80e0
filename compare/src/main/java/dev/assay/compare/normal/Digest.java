package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that come one after another. */
final class Digest {
  private static final int STEP = 1 << 20;

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

  /** Takes the bytes of a content from an offset to another. */
  void update(Bytes content, long from, long to) {
    for (long at = from; at < to; at += STEP) {
      Block block = content.block(at, (int) Math.min(STEP, to - at));
      update(block.array(), block.arrayOffset(), block.size());
    }
  }

  /** Size and all of the digest, to be kept in place of the bytes: nobody can make two alike. */
  byte[] whole() {
    return (size + " bytes, SHA-256 " + HexFormat.of().formatHex(sha256.digest()))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Size and start of the digest, to be shown. */
  String text() {
    return size + " bytes, SHA-256 " + start();
  }

  /** Start of the digest, to be shown. */
  String start() {
    return HexFormat.of().formatHex(sha256.digest(), 0, 8);
  }
}
