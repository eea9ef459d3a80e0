package dev.assay.compare.normal;

import dev.assay.formats.Bytes;
import dev.assay.formats.stream.Zeros;

/**
 * Something of one side that has to be the same on the other.
 *
 * @param what name of the field or place: {@code gzip comment}; empty where it is all that is left
 */
public record Kept(String what, byte[] bytes) {
  private static final int WHOLE = 64 << 10;

  /** Bytes of any number; of very many only size and digest. */
  public static Kept of(String what, Bytes bytes) {
    if (bytes.size() <= WHOLE) {
      return new Kept(what, bytes.toArray(WHOLE));
    }
    Digest digest = new Digest();
    digest.update(bytes, 0, bytes.size());
    return new Kept(what, digest.whole());
  }

  /** Whether bytes say anything: not all are zero. */
  static boolean isSaid(Bytes bytes) {
    return Zeros.after(bytes, 0) < bytes.size();
  }
}
