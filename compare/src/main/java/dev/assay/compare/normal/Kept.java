package dev.assay.compare.normal;

import dev.assay.formats.Bytes;
import dev.assay.formats.stream.Zeros;
import java.nio.charset.StandardCharsets;

/**
 * Something of one side that has to be the same on the other.
 *
 * @param what name of the field or place: {@code gzip comment}; empty where it is all that is left
 */
public record Kept(String what, byte[] bytes) {
  private static final int WHOLE = 64 << 10;

  /** Bytes of any number; of very many only size and digest. */
  public static Kept of(String what, Bytes bytes) {
    return new Kept(
        what,
        bytes.size() <= WHOLE
            ? bytes.toArray(WHOLE)
            : Prints.of(bytes).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether bytes say anything: not all are zero. */
  static boolean isSaid(Bytes bytes) {
    return Zeros.after(bytes, 0) < bytes.size();
  }
}
