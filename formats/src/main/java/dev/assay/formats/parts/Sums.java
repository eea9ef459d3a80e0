package dev.assay.formats.parts;

import dev.assay.formats.Bytes;
import dev.assay.model.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** Checksums of content, computed in steps. */
public final class Sums {
  private static final int STEP = 1 << 18;

  private Sums() {}

  /** Takes content piece by piece. */
  public interface Step {
    void take(byte[] array, int from, int length);
  }

  /** Gives all of the content to {@code step}, in order. */
  public static void each(Bytes content, Step step) {
    content.pass(
        STEP, 0, (at, block) -> step.take(block.array(), block.arrayOffset(), block.size()));
  }

  /** CRC-32 of IEEE 802.3, as zlib computes it. */
  public static int crc32(Bytes content) {
    CRC32 crc = new CRC32();
    each(content, crc::update);
    return (int) crc.getValue();
  }

  /** Digest of the parts one behind the other. */
  public static byte[] digest(String algorithm, Bytes... parts) {
    MessageDigest digest = of(algorithm);
    for (Bytes part : parts) {
      each(part, digest::update);
    }
    return digest.digest();
  }

  private static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(algorithm, e);
    }
  }

  /** The problem of a checksum that does not match; none where it does. */
  public static List<Problem> check(String code, long at, int stored, int computed) {
    return stored == computed
        ? List.of()
        : List.of(
            mismatch(code, at, String.format("%08x", stored), String.format("%08x", computed)));
  }

  /** As {@link #check(String, long, int, int)}, for digests. */
  public static List<Problem> check(String code, long at, byte[] stored, byte[] computed) {
    HexFormat hex = HexFormat.of();
    return Arrays.equals(stored, computed)
        ? List.of()
        : List.of(mismatch(code, at, hex.formatHex(stored), hex.formatHex(computed)));
  }

  private static Problem mismatch(String code, long at, String stored, String computed) {
    String message = "checksum is " + stored + ", computed " + computed + "; contents read anyway";
    return new Problem(code, at, message);
  }
}
