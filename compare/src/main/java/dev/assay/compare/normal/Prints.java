package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Short forms of what was taken out. */
final class Prints {
  private static final int CHUNK = 1 << 20;

  private Prints() {}

  /** Size and start of the SHA-256. */
  static String of(Bytes bytes) {
    MessageDigest digest = sha256();
    for (long at = 0; at < bytes.size(); at += CHUNK) {
      Block block = bytes.blockUpTo(at, CHUNK);
      digest.update(block.array(), block.arrayOffset(), block.size());
    }
    return bytes.size() + " bytes, SHA-256 " + HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** Number of things and a digest over all, with one of them to show. */
  static String of(List<?> things, String shown) {
    MessageDigest digest = sha256();
    for (Object thing : things) {
      digest.update((thing + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return shown
        + " (SHA-256 over "
        + things.size()
        + ": "
        + HexFormat.of().formatHex(digest.digest(), 0, 8)
        + ")";
  }

  static String time(long seconds) {
    try {
      return Instant.ofEpochSecond(seconds).toString();
    } catch (DateTimeException e) {
      return seconds + " s";
    }
  }

  /** Modification times in s since 1970, in the order of names. */
  static String times(List<Long> seconds) {
    long newest = seconds.stream().mapToLong(each -> each).max().orElse(0);
    return of(seconds, "newest " + time(newest));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
