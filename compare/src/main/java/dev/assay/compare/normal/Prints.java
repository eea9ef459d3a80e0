package dev.assay.compare.normal;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
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
    return shown + " (SHA-256 over " + things.size() + ": " + digest.start() + ")";
  }

  /** Date in the upper half and time in the lower; DOS has no zone. */
  static String dosTime(long stored) {
    int date = (int) (stored >> 16);
    int time = (int) (stored & 0xFFFF);
    return "%d-%02d-%02d %02d:%02d:%02d"
        .formatted(
            1980 + (date >> 9),
            date >> 5 & 15,
            date & 31,
            time >> 11,
            time >> 5 & 63,
            (time & 31) * 2);
  }

  static String time(long seconds) {
    try {
      return Instant.ofEpochSecond(seconds).toString();
    } catch (DateTimeException e) {
      return seconds + " s";
    }
  }
}
