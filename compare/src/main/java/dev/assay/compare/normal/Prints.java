package dev.assay.compare.normal;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Short forms of what was taken out. */
final class Prints {
  private Prints() {}

  /** Size and start of the SHA-256. */
  static String of(Bytes bytes) {
    Digest digest = new Digest();
    digest.update(bytes, 0, bytes.size());
    return digest.text();
  }

  /** Number of things and a digest over all, with one of them to show. */
  static String of(List<?> things, String shown) {
    Digest digest = new Digest();
    for (Object thing : things) {
      byte[] told = (thing + "\0").getBytes(StandardCharsets.UTF_8);
      digest.update(told, 0, told.length);
    }
    return shown
        + " (SHA-256 over "
        + things.size()
        + ": "
        + HexFormat.of().formatHex(digest.done(), 0, 8)
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
}
