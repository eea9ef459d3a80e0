package dev.assay.formats;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compressed stream that holds several members: decompressed once, when the first of them is
 * opened. Safe for several threads: one that wants a stream while another decompresses it
 * decompresses a further stream of the archive meanwhile.
 */
public final class Solid {
  private final Function<Memory, Stream> decompression;
  private final ReentrantLock busy = new ReentrantLock();
  private List<Solid> archive = List.of();
  private volatile boolean hasMembers;
  private volatile @Nullable Stream done;

  /**
   * The stream, decompressed.
   *
   * @param bytes as far as they could be read
   * @param sound bytes from the start with which nothing is wrong
   * @param damage what is wrong with those behind, or with what is missing
   */
  public record Stream(Bytes bytes, long sound, Optional<Malformed> damage) {}

  private Solid(Function<Memory, Stream> decompression) {
    this.decompression = decompression;
  }

  /**
   * The streams of one archive.
   *
   * @param decompressions of each whole stream; a {@link Malformed} means that nothing of it can be
   *     read
   */
  public static List<Solid> ofArchive(List<Function<Memory, Stream>> decompressions) {
    List<Solid> archive = decompressions.stream().map(Solid::new).toList();
    archive.forEach(each -> each.archive = archive);
    return archive;
  }

  /** The member that is {@code size} bytes of the stream from {@code start}. */
  public Content part(long start, long size) {
    hasMembers = true;
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

  private Stream stream(Memory memory) {
    Stream known = done;
    if (known != null) {
      return known;
    }
    for (Solid other : archive) {
      if (done != null || !busy.isLocked()) {
        break;
      }
      other.ahead(memory);
    }
    busy.lock();
    try {
      return decompressed(memory);
    } finally {
      busy.unlock();
    }
  }

  /** Decompresses the stream where it will be wanted, unless somebody else does. */
  private void ahead(Memory memory) {
    if (hasMembers && done == null && busy.tryLock()) {
      try {
        decompressed(memory);
      } catch (RuntimeException failure) {
        // Those who want a member of it are told: it is tried again for them.
      } finally {
        busy.unlock();
      }
    }
  }

  private Stream decompressed(Memory memory) {
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
