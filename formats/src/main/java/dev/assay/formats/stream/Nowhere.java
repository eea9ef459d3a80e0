package dev.assay.formats.stream;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import java.util.OptionalLong;

/** Memory that forgets: decoding into it tells whether and where a stream ends. */
public final class Nowhere implements Memory {
  private static final long FLOOR = 256L << 20;
  private static final int RATIO = 200;

  /**
   * Length of the stream that starts at {@code at}, or empty where none does: it is decoded, and
   * counts only when it decodes to its end without a problem.
   */
  public static OptionalLong extent(Encoding encoding, Bytes here) {
    if (!encoding.recognises(here)) {
      return OptionalLong.empty();
    }
    Encoding.Decoded decoded = encoding.decode(here, new Nowhere());
    return decoded.problems().isEmpty() && decoded.consumed() > 0
        ? OptionalLong.of(decoded.consumed())
        : OptionalLong.empty();
  }

  @Override
  public Sink sink(long compressedSize, long expectedSize) {
    long limit =
        Math.max(
            FLOOR,
            compressedSize > Long.MAX_VALUE / RATIO ? Long.MAX_VALUE : compressedSize * RATIO);
    return new Sink() {
      private long size;

      @Override
      public void write(byte[] from, int at, int length) {
        zeros(length);
      }

      @Override
      public void zeros(long count) {
        if (count > limit - size) {
          throw new Malformed("limit.expansion", -1, "expands beyond " + limit + " bytes");
        }
        size += count;
      }

      @Override
      public long size() {
        return size;
      }

      @Override
      public Bytes toBytes() {
        return Bytes.of(new byte[0]);
      }
    };
  }
}
