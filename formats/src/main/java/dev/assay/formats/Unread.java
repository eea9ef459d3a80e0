package dev.assay.formats;

import dev.assay.model.Problem;
import java.util.Map;
import java.util.TreeMap;

/**
 * What nobody sees of an image: the bytes that its reader does not look at, however often all its
 * members are listed and opened. Not for several threads.
 */
public final class Unread {
  private static final int MOST_RUNS = 8_000_000;
  private static final int MOST_MEMBERS = 4_000_000;
  private static final long LEAST_WORK = 256L << 20;
  private static final int RATIO = 200;
  private static final int STEP = 1 << 20;

  private final Bytes image;

  /** Ends of runs that were read, by their starts; runs do not meet. */
  private final TreeMap<Long, Long> read = new TreeMap<>();

  private long work;

  /** Takes runs of bytes. */
  public interface Taker {
    /**
     * @param start offset in the image
     */
    void take(long start, Bytes run);
  }

  private Unread(Bytes image) {
    this.image = image;
  }

  /**
   * Reads an image whole.
   *
   * @throws Malformed where it cannot be read whole, so that it is not known what else there is
   */
  public static Unread of(Container format, Bytes image) {
    Unread unread = new Unread(image);
    format.unpack(unread.new Watched(image, 0), unread.new Reading());
    return unread;
  }

  /** Counts bytes as read that are known to say nothing of their own. */
  public void except(long start, long length) {
    if (start >= 0 && length > 0 && start < image.size()) {
      mark(start, Math.min(length, image.size() - start));
    }
  }

  /** Gives the runs in order. */
  public void give(Taker taker) {
    long at = 0;
    for (Map.Entry<Long, Long> run : read.entrySet()) {
      if (run.getKey() > at) {
        taker.take(at, image.slice(at, run.getKey() - at));
      }
      at = Math.max(at, run.getValue());
    }
    if (at < image.size()) {
      taker.take(at, image.from(at));
    }
  }

  private void mark(long start, long length) {
    long from = start;
    long to = start + length;
    Map.Entry<Long, Long> before = read.floorEntry(from);
    if (before != null && before.getValue() >= from) {
      if (before.getValue() >= to) {
        return;
      }
      from = before.getKey();
    }
    for (Map.Entry<Long, Long> next = read.ceilingEntry(from);
        next != null && next.getKey() <= to;
        next = read.ceilingEntry(from)) {
      to = Math.max(to, next.getValue());
      read.remove(next.getKey());
    }
    read.put(from, to);
    if (read.size() > MOST_RUNS) {
      throw new Malformed("limit.runs", start, "more than " + MOST_RUNS + " runs of bytes");
    }
  }

  private void count(long bytes) {
    work += bytes;
    if (work > Math.max(LEAST_WORK, image.size() * RATIO)) {
      throw new Malformed("limit.expansion", -1, "members have too many bytes to read them all");
    }
  }

  /** The image or a part of it; remembers what is read. */
  private final class Watched extends Bytes {
    private final Bytes bytes;
    private final long start;

    Watched(Bytes bytes, long start) {
      this.bytes = bytes;
      this.start = start;
    }

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) {
      bytes.read(offset, into, at, length);
      if (length > 0) {
        mark(start + offset, length);
      }
    }

    @Override
    public Bytes slice(long offset, long length) {
      return new Watched(bytes.slice(offset, length), start + offset);
    }
  }

  /** Opens every member to its end. */
  private final class Reading implements Listing {
    private int members;

    @Override
    public void add(Entry entry) {
      if (++members > MOST_MEMBERS) {
        throw new Malformed("limit.entries", -1, "more than " + MOST_MEMBERS + " members");
      }
      entry.problems().stream().findFirst().ifPresent(this::problem);
      entry.content().ifPresent(this::read);
    }

    private void read(Content content) {
      try {
        Bytes whole = content.open(memory());
        count(whole.size());
        for (long at = 0; at < whole.size(); at += STEP) {
          whole.blockUpTo(at, STEP);
        }
      } catch (Content.Partial partial) {
        problem(partial.malformed().problem());
      }
    }

    @Override
    public void problem(Problem problem) {
      throw new Malformed(problem.code(), problem.offset(), problem.message());
    }

    @Override
    public Memory memory() {
      return (compressed, expected) -> new Passing();
    }
  }

  /** Counts what is decompressed and keeps nothing of it. */
  private final class Passing extends Sink {
    private long written;

    @Override
    public void write(byte[] from, int at, int length) {
      zeros(length);
    }

    @Override
    public void zeros(long count) {
      Unread.this.count(count);
      written += count;
    }

    @Override
    public long size() {
      return written;
    }

    @Override
    public Bytes toBytes() {
      return Bytes.of(new byte[0]);
    }
  }
}
