package dev.assay.formats;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compressed stream that holds several members: decompressed once, when the first of them is
 * opened. Safe for several threads.
 */
public final class Solid {
  private final Function<Memory, Stream> decompression;
  private @Nullable Stream done;

  /**
   * The stream, decompressed.
   *
   * @param bytes as far as they could be read
   * @param sound bytes from the start with which nothing is wrong
   * @param damage what is wrong with those behind, or with what is missing
   */
  public record Stream(Bytes bytes, long sound, Optional<Malformed> damage) {}

  /**
   * @param decompression of the whole stream; a {@link Malformed} means that nothing of it can be
   *     read
   */
  public Solid(Function<Memory, Stream> decompression) {
    this.decompression = decompression;
  }

  /** The member that is {@code size} bytes of the stream from {@code start}. */
  public Content part(long start, long size) {
    return new Content() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public Bytes open(Memory memory) {
        return cut(stream(memory), start, size);
      }
    };
  }

  private synchronized Stream stream(Memory memory) {
    Stream known = done;
    if (known == null) {
      try {
        known = decompression.apply(memory);
      } catch (Malformed nothing) {
        known = new Stream(Bytes.of(new byte[0]), 0, Optional.of(nothing));
      }
      done = known;
    }
    return known;
  }

  private static Bytes cut(Stream stream, long start, long size) {
    if (size == 0) {
      return stream.bytes().slice(0, 0);
    }
    if (start >= 0 && size > 0 && start <= stream.sound() - size) {
      return stream.bytes().slice(start, size);
    }
    Malformed why =
        stream
            .damage()
            .orElseGet(
                () ->
                    new Malformed(
                        "solid.range", start, "member of " + size + " bytes beyond its stream"));
    long from = Math.clamp(start, 0, stream.bytes().size());
    long there = Math.clamp(size, 0, stream.bytes().size() - from);
    if (there == 0) {
      throw why;
    }
    throw new Content.Partial(stream.bytes().slice(from, there), why);
  }
}
