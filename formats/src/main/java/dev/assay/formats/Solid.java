package dev.assay.formats;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compressed stream that holds several members: decompressed once, when the first of them is
 * opened. Safe for several threads.
 */
public final class Solid {
  private final Function<Memory, Bytes> decompression;
  private @Nullable Bytes done;
  private @Nullable Malformed damage;

  /**
   * @param decompression of the whole stream; may throw {@link Malformed} or {@link
   *     Content.Partial}
   */
  public Solid(Function<Memory, Bytes> decompression) {
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
        return cut(whole(memory), start, size);
      }
    };
  }

  private synchronized Bytes whole(Memory memory) {
    Bytes known = done;
    if (known != null) {
      return known;
    }
    try {
      known = decompression.apply(memory);
    } catch (Content.Partial partial) {
      known = partial.start();
      damage = partial.malformed();
    } catch (Malformed malformed) {
      known = Bytes.of(new byte[0]);
      damage = malformed;
    }
    done = known;
    return known;
  }

  private synchronized Bytes cut(Bytes whole, long start, long size) {
    if (start >= 0 && size >= 0 && start <= whole.size() - size) {
      return whole.slice(start, size);
    }
    Malformed why =
        damage == null
            ? new Malformed("solid.range", start, "member of " + size + " bytes beyond its stream")
            : damage;
    long from = Math.clamp(start, 0, whole.size());
    if (from == whole.size()) {
      throw why;
    }
    throw new Content.Partial(whole.from(from), why);
  }
}
