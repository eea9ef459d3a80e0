package dev.assay.formats.stream;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.deflate.DeflateNativeDecompressor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Raw deflate streams (RFC 1951), as gzip, zlib and zip hold them. */
public final class Deflate {
  /** RFC 1951 cannot do better than 258 bytes for two bits. */
  private static final int MAX_RATIO = 1032;

  // Loading libdeflate takes 150 ms in a fresh JVM; it then saves about 1 ms per MiB. So it is
  // loaded when much has been decoded,
  // and from then on takes all but the smallest. It works on whole buffers, hence the upper bound.
  private static final long MANY = 128L << 20;
  private static final int SMALLEST = 4 << 10;
  private static final int LARGEST = 32 << 20;

  private static final AtomicLong DECODED = new AtomicLong();
  private static final int STEP = 64 << 10;

  private static final ThreadLocal<DeflateNativeDecompressor> NATIVE =
      ThreadLocal.withInitial(DeflateNativeDecompressor::new);

  private Deflate() {}

  /**
   * How a stream ended.
   *
   * @param at offset after it
   * @param sum checksum of what was decoded
   * @param size bytes decoded
   * @param complete whether the stream reached its end
   */
  public record End(long at, int sum, long size, boolean complete) {}

  /**
   * Where the stream at {@code from} ends, without keeping what is in it.
   *
   * @throws Malformed where it is damaged, is cut short or holds more than {@code most} bytes
   */
  public static long end(Bytes content, long from, long most) {
    Inflater inflater = new Inflater(true);
    try {
      byte[] step = new byte[STEP];
      long fed = from;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          Block input = content.blockUpTo(fed, STEP);
          fed += input.size();
          inflater.setInput(input.array(), input.arrayOffset(), input.size());
        }
        boolean none = inflater.getRemaining() == 0;
        if (inflater.inflate(step) == 0 && none
            || inflater.needsDictionary()
            || inflater.getBytesWritten() > most) {
          throw new Malformed("deflate.end", from, "the end of the stream cannot be found");
        }
      }
      return from + inflater.getBytesRead();
    } catch (DataFormatException e) {
      throw new Malformed("deflate.end", from, "the stream is damaged");
    } finally {
      inflater.end();
    }
  }

  /** As {@link #inflate(Bytes, long, Decoding, Checksum)}, with a CRC-32. */
  public static End inflate(Bytes content, long from, Decoding into) {
    return inflate(content, from, into, new CRC32());
  }

  /**
   * Decodes the stream at {@code from} into a decoding, which hears of damage.
   *
   * @param sum fresh; taken over what is decoded
   */
  public static End inflate(Bytes content, long from, Decoding into, Checksum sum) {
    Inflater inflater = new Inflater(true);
    try {
      return inflate(inflater, content, from, into, sum);
    } finally {
      inflater.end();
    }
  }

  private static End inflate(
      Inflater inflater, Bytes content, long from, Decoding into, Checksum sum) {
    byte[] step = new byte[Math.clamp((content.size() - from) * 4, 512, STEP)];
    long fed = from;
    boolean complete = false;
    while (!complete) {
      if (inflater.needsInput()) {
        Block input = content.blockUpTo(fed, STEP);
        fed += input.size();
        inflater.setInput(input.array(), input.arrayOffset(), input.size());
      }
      // An inflater that was given all may hold more than fits in one step.
      boolean last = inflater.needsInput();
      long before = inflater.getBytesWritten();
      boolean damaged = false;
      try {
        inflater.inflate(step);
      } catch (DataFormatException e) {
        damaged = true;
      }
      int done = (int) (inflater.getBytesWritten() - before);
      sum.update(step, 0, done);
      if (!into.write(step, 0, done)) {
        break;
      }
      if (damaged || inflater.needsDictionary()) {
        long offset = from + inflater.getBytesRead();
        into.stop(
            "damaged",
            offset,
            "cannot be decoded beyond " + into.size() + " bytes; these are kept");
        break;
      }
      complete = inflater.finished();
      if (last && done == 0 && !complete) {
        into.stop(
            "truncated",
            fed,
            "the stream ends after " + into.size() + " decoded bytes; these are kept");
        break;
      }
    }
    DECODED.addAndGet(inflater.getBytesWritten());
    return new End(
        from + inflater.getBytesRead(), (int) sum.getValue(), inflater.getBytesWritten(), complete);
  }

  /**
   * Decodes a whole stream of known size at once with libdeflate, twice as fast as the JDK; empty
   * where that is not possible or not worth it or the stream is not exactly that long, and {@link
   * #inflate} then tells what is wrong.
   */
  public static Optional<byte[]> whole(Bytes compressed, long size) {
    if (size < SMALLEST
        || size > LARGEST
        || DECODED.get() < MANY
        || compressed.size() > LARGEST
        || size / MAX_RATIO > compressed.size()
        || !DeflateNativeDecompressor.isEnabled()) {
      return Optional.empty();
    }
    Block input = compressed.head(LARGEST);
    byte[] output = new byte[(int) size];
    try {
      int done =
          NATIVE
              .get()
              .decompress(
                  input.array(), input.arrayOffset(), input.size(), output, 0, output.length);
      return done == size ? Optional.of(output) : Optional.empty();
    } catch (MalformedInputException damaged) {
      return Optional.empty();
    }
  }
}
