package dev.assay.formats.stream;

import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.model.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;

/** One decoding under way: what came out so far and what went wrong. Not for several threads. */
public final class Decoding {
  // Some decoders lose what they decoded in the call that fails, so calls are short.
  private static final int STEP = 8 << 10;

  private final String format;
  private final long encodedSize;
  private final Sink sink;
  private final List<Problem> problems = new ArrayList<>();
  private boolean stopped;

  /**
   * @param format first part of the codes of its problems
   * @param encodedSize bytes there are to decode
   * @param expectedSize size the stream announces, or −1
   */
  public Decoding(String format, Memory memory, long encodedSize, long expectedSize) {
    this.format = format;
    this.encodedSize = encodedSize;
    this.sink = memory.sink(encodedSize, expectedSize);
  }

  /** Bytes decoded so far. */
  public long size() {
    return sink.size();
  }

  /** Whether something went wrong after which nothing more can be decoded. */
  public boolean isStopped() {
    return stopped;
  }

  /**
   * Records a problem after which decoding goes on; the code is completed with the format's name.
   */
  public void problem(String what, long offset, String message) {
    problems.add(new Problem(format + "." + what, offset, message));
  }

  /**
   * Records a problem after which nothing more can be decoded. The first one counts: others follow
   * from it.
   */
  public void stop(String what, long offset, String message) {
    stop(new Problem(format + "." + what, offset, message));
  }

  private void stop(Problem problem) {
    if (!stopped) {
      problems.add(problem);
      stopped = true;
    }
  }

  /** Takes decoded bytes; false when they are beyond a limit, which is recorded. */
  public boolean write(byte[] from, int at, int length) {
    try {
      sink.write(from, at, length);
      return true;
    } catch (Malformed limit) {
      stop(limit.problem());
      return false;
    }
  }

  /**
   * Takes all that a decoder yields; false when it failed before its end, which is recorded.
   *
   * @param source what the decoder reads, for the offset of the damage
   */
  public boolean drain(InputStream decoder, BytesStream source) {
    return drain(decoder, source, Long.MAX_VALUE);
  }

  /** As {@link #drain(InputStream, BytesStream)}, up to a size. */
  public boolean drain(InputStream decoder, BytesStream source, long most) {
    byte[] step = new byte[STEP];
    while (size() < most) {
      int read;
      try {
        read = decoder.read(step, 0, (int) Math.min(STEP, most - size()));
      } catch (IOException | RuntimeException damage) {
        // The libraries' decoders answer some damage with unchecked exceptions, and the end with
        // several.
        damaged(source.isExhausted() ? new EOFException() : damage, source.position());
        return false;
      }
      if (read < 0) {
        return true;
      }
      if (!write(step, 0, read)) {
        return false;
      }
    }
    return true;
  }

  /** Records what a library's decoder threw. */
  public void damaged(Exception damage, long offset) {
    switch (damage) {
      case Malformed malformed -> stop(malformed.problem());
      case EOFException e ->
          stop(
              "truncated",
              offset,
              "the stream ends after " + size() + " decoded bytes; these are kept");
      case MemoryLimitException e ->
          stop(
              "memory-limit",
              offset,
              "decoding needs "
                  + e.getMemoryNeeded()
                  + " KiB; at most "
                  + e.getMemoryLimit()
                  + " are given");
      case UnsupportedOptionsException e ->
          stop("unsupported", offset, "uses an option that cannot be decoded; not read further");
      default ->
          stop("damaged", offset, "cannot be decoded beyond " + size() + " bytes; these are kept");
    }
  }

  /**
   * The result.
   *
   * @param consumed bytes of the encoded content that belong to the stream; all of them where
   *     decoding was stopped, since then nobody knows where the stream ends
   * @throws Malformed when there are problems and nothing was decoded
   */
  public Decoded finish(long consumed) {
    if (sink.size() == 0 && !problems.isEmpty()) {
      Problem first = problems.getFirst();
      throw new Malformed(first.code(), first.offset(), first.message());
    }
    return new Decoded(sink.toBytes(), stopped ? encodedSize : consumed, "", List.copyOf(problems));
  }
}
