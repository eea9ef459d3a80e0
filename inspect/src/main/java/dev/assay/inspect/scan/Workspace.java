package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.ExtentBytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Room for decompressed content during one scan: on the heap while it is small, then in one scratch
 * file that has no name once it is open. Counts all expansion against the limits.
 */
public final class Workspace implements Memory, AutoCloseable {
  /** Content up to this size, in bytes, is in memory while it is looked at. */
  static final int SMALL = 1 << 20;

  private static final int LARGE = 16 << 20;

  private final Limits limits;
  private final AtomicLong expanded = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong recalled = new AtomicLong();
  private final AtomicLong large = new AtomicLong();
  private volatile boolean limitHit;
  private @Nullable FileChannel scratch;
  private long scratchEnd;

  public Workspace(Limits limits) {
    this.limits = limits;
  }

  /** Whether a limit over the whole product was hit, so that the order of work mattered. */
  boolean limitHit() {
    return limitHit;
  }

  /**
   * Counts a content that was remembered instead of decompressed; true where so much is that only
   * reading all again tells whether the product keeps to its limit.
   */
  boolean recalled(long size) {
    return recalled.addAndGet(size) > limits.expansion() / 4;
  }

  void hitLimit() {
    limitHit = true;
  }

  @Override
  public Sink sink(long compressedSize, long expectedSize) {
    return new Growing(room(compressedSize), Math.min(expectedSize, credible(compressedSize)));
  }

  /**
   * Bytes that are set aside for content of that size before any of it is seen: most content that
   * packs better is small, and what is set aside is never more than a few times what there is.
   */
  private static long credible(long compressedSize) {
    return Math.clamp(compressedSize, SMALL / 4, (LARGE - 1) / 4) * 4;
  }

  @Override
  public void count(long storedSize, long bytes) {
    countFrom(0, bytes, room(storedSize));
  }

  /**
   * Counts bytes that members have beyond the size of their container.
   *
   * @param all of one container, with {@code more}
   * @param room how many it may have
   */
  void repeated(long all, long more, long room) {
    long most = all > room ? room : limits.expansion();
    if (repeated.addAndGet(more) > limits.expansion() || all > room) {
      hitLimit();
      throw new Malformed(
          "limit.overlap",
          -1,
          "members show the bytes of their containers again and again, more than "
              + most
              + " bytes; not read");
    }
  }

  /** Bytes that content of that size may grow to. */
  long room(long compressedSize) {
    long room =
        compressedSize > Long.MAX_VALUE / limits.ratio()
            ? Long.MAX_VALUE
            : compressedSize * limits.ratio();
    return Math.max(limits.ratioFloor(), room);
  }

  /** Counts {@code more} bytes of a content that has {@code before} already. */
  private void countFrom(long before, long more, long limit) {
    if (more > limit - before) {
      throw new Malformed(
          "limit.expansion",
          -1,
          "expands beyond "
              + limit
              + " bytes, the limit for its compressed size; the rest is not read");
    }
    if (expanded.addAndGet(more) > limits.expansion()) {
      hitLimit();
      throw new Malformed(
          "limit.expansion",
          -1,
          "the product expands beyond "
              + limits.expansion()
              + " bytes in all; the rest is not read");
    }
  }

  @Override
  public synchronized void close() {
    if (scratch != null) {
      try {
        scratch.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private synchronized FileChannel scratch() {
    FileChannel open = scratch == null ? openScratch() : scratch;
    scratch = open;
    return open;
  }

  private static FileChannel openScratch() {
    try {
      Path file = Files.createTempFile("assay-", ".scratch");
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("no scratch file for large content", e);
    }
  }

  private synchronized long reserve(long bytes) {
    long start = scratchEnd;
    scratchEnd += bytes;
    return start;
  }

  private final class Growing extends Sink {
    private static final int SCRATCH_CHUNK = 8 << 20;

    private final long limit;
    private byte[] array;
    private int used;
    private long written;
    private @Nullable Spilled spilled;

    Growing(long limit, long expectedSize) {
      this.limit = limit;
      this.array = new byte[(int) Math.max(expectedSize, 1024)];
    }

    @Override
    public void write(byte[] from, int at, int length) {
      count(length);
      if (spilled == null && used > array.length - length && !grow(length)) {
        spill();
      }
      if (spilled != null) {
        spilled.append(from, at, length);
        return;
      }
      System.arraycopy(from, at, array, used, length);
      used += length;
    }

    @Override
    public void zeros(long count) {
      byte[] zero = new byte[(int) Math.min(count, 1 << 16)];
      for (long left = count; left > 0; left -= zero.length) {
        write(zero, 0, (int) Math.min(left, zero.length));
      }
    }

    @Override
    public long size() {
      return written;
    }

    @Override
    public Bytes toBytes() {
      if (spilled != null) {
        return spilled.toBytes();
      }
      if (array.length < LARGE && array.length - used > array.length / 4) {
        array = Arrays.copyOf(array, used);
      }
      return Bytes.of(array, 0, used);
    }

    private void count(int length) {
      countFrom(written, length, limit);
      written += length;
    }

    /**
     * Makes room for {@code length} more bytes on the heap. Small contents always find room; large
     * ones while all of them together stay within the budget.
     */
    private boolean grow(int length) {
      long needed = Math.max((long) used + length, array.length * 2L);
      if (needed > Integer.MAX_VALUE - 64) {
        return false;
      }
      if (needed >= LARGE) {
        long more = needed - (array.length >= LARGE ? array.length : 0);
        if (large.addAndGet(more) > limits.inMemory()) {
          large.addAndGet(-more);
          return false;
        }
      }
      array = Arrays.copyOf(array, (int) needed);
      return true;
    }

    private void spill() {
      Spilled fresh = new Spilled(scratch());
      fresh.append(array, 0, used);
      large.addAndGet(array.length >= LARGE ? -array.length : 0);
      spilled = fresh;
      array = new byte[0];
      used = 0;
    }

    /** Content in extents of the scratch file. */
    private final class Spilled {
      private final FileChannel channel;
      private long[] extents = new long[8];
      private int count;
      private long size;

      Spilled(FileChannel channel) {
        this.channel = channel;
      }

      void append(byte[] from, int at, int length) {
        int done = 0;
        while (done < length) {
          int within = (int) (size % SCRATCH_CHUNK);
          if (within == 0) {
            if (count == extents.length) {
              extents = Arrays.copyOf(extents, count * 2);
            }
            extents[count++] = reserve(SCRATCH_CHUNK);
          }
          int part = Math.min(length - done, SCRATCH_CHUNK - within);
          put(ByteBuffer.wrap(from, at + done, part), extents[count - 1] + within);
          done += part;
          size += part;
        }
      }

      private void put(ByteBuffer part, long position) {
        long next = position;
        try {
          while (part.hasRemaining()) {
            next += channel.write(part, next);
          }
        } catch (IOException e) {
          throw new Malformed(
              "limit.scratch", -1, "no room for decompressed content: " + e.getMessage());
        }
      }

      Bytes toBytes() {
        return ExtentBytes.of(channel, Arrays.copyOf(extents, count), SCRATCH_CHUNK, size);
      }
    }
  }
}
