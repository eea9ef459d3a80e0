package dev.assay.formats;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * An immutable random-access view of bytes: a file, a slice of one, or decompressed content.
 * Slicing copies nothing. Safe for use by several threads.
 *
 * <p>Every read checks its range; reading outside throws {@link Malformed} with code {@code
 * bytes.out-of-range}, never another exception, so a reader may follow a lying offset without
 * checks of its own.
 */
public abstract class Bytes {
  /** Length in bytes. */
  public abstract long size();

  /** Copies {@code length} bytes from {@code offset} to {@code into[at…]}. */
  public abstract void read(long offset, byte[] into, int at, int length);

  /** A view of {@code length} bytes from {@code offset}. */
  public abstract Bytes slice(long offset, long length);

  /**
   * The bytes from {@code offset} as a block in memory for structured access; does not copy where
   * they are in memory already.
   */
  public Block block(long offset, int length) {
    check(offset, length);
    byte[] copy = new byte[length];
    read(offset, copy, 0, length);
    return new Block(copy, 0, length, offset);
  }

  /**
   * The same bytes in memory, for content that is gone through more than once; copies them only
   * where they are not there yet.
   *
   * @param limit bytes; what is larger stays where it is
   */
  public Bytes atHand(int limit) {
    return size() <= limit ? of(toArray(limit)) : this;
  }

  /** Where these bytes begin in {@code whole}, if they are a window on it. */
  public OptionalLong offsetIn(Bytes whole) {
    return OptionalLong.empty();
  }

  /**
   * Where one of these bytes stands in {@code whole}, if they are bytes of it in their order: a
   * window on it, or what is left where something between them is taken out.
   *
   * @param offset at most {@link #size()}, for where a next one would stand
   */
  public OptionalLong placeIn(Bytes whole, long offset) {
    OptionalLong start = offsetIn(whole);
    return start.isPresent() ? OptionalLong.of(start.getAsLong() + offset) : start;
  }

  public static Bytes of(byte[] array) {
    return new ArrayBytes(array, 0, array.length);
  }

  /** A view of part of an array. The array must not change while the view is in use. */
  public static Bytes of(byte[] array, int from, int length) {
    Objects.checkFromIndexSize(from, length, array.length);
    return new ArrayBytes(array, from, length);
  }

  public static Bytes of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A view of a file region; the channel must stay open while the view is in use. */
  public static Bytes of(FileChannel channel, long from, long length) {
    return new ChannelBytes(channel, from, length);
  }

  /** From {@code offset} to the end. */
  public final Bytes from(long offset) {
    check(offset, 0);
    return slice(offset, size() - offset);
  }

  /** As {@link #block}, but cut short at the end of the bytes. */
  public final Block blockUpTo(long offset, int length) {
    check(offset, 0);
    return block(offset, (int) Math.min(length, size() - offset));
  }

  /** What is done with a block of a pass. */
  public interface Step {
    /**
     * @param at offset of the block
     * @param block of which nothing may be kept: the next one may take its place in memory
     */
    void on(long at, Block block);
  }

  /**
   * Shows all bytes in their order.
   *
   * @param length of a block, in bytes
   * @param overlap how far a block reaches into the next
   */
  public void pass(int length, int overlap, Step step) {
    byte[] buffer = new byte[(int) Math.min(size(), length + overlap)];
    for (long at = 0; at < size(); at += length) {
      int count = (int) Math.min(buffer.length, size() - at);
      read(at, buffer, 0, count);
      step.on(at, new Block(buffer, 0, count, at));
    }
  }

  /** The first bytes, at most {@code length}. */
  public final Block head(int length) {
    return blockUpTo(0, length);
  }

  /** Whether {@code expected} stands at {@code offset}; false, too, where the bytes end before. */
  public final boolean has(long offset, byte... expected) {
    return offset >= 0 && expected.length <= size() - offset && holds(offset, expected);
  }

  /** Whether {@code expected} stands at {@code offset}, where there are as many bytes. */
  boolean holds(long offset, byte[] expected) {
    return block(offset, expected.length).equalTo(expected);
  }

  /** Whether the ISO 8859-1 text {@code expected} stands at {@code offset}. */
  public final boolean has(long offset, String expected) {
    return offset >= 0
        && expected.length() <= size() - offset
        && block(offset, expected.length()).equalTo(expected);
  }

  /**
   * All bytes as a fresh array.
   *
   * @param limit largest size accepted; larger throws {@link Malformed} {@code limit.size}
   */
  public final byte[] toArray(int limit) {
    if (size() > limit) {
      throw new Malformed(
          "limit.size", -1, "content of " + size() + " bytes; at most " + limit + " are read here");
    }
    byte[] all = new byte[(int) size()];
    read(0, all, 0, all.length);
    return all;
  }

  /** All bytes as UTF-8 text; invalid sequences become U+FFFD. */
  public final String text(int limit) {
    return new String(toArray(limit), StandardCharsets.UTF_8);
  }

  protected final void check(long offset, long length) {
    if (offset < 0 || length < 0 || offset > size() - length) {
      throw outOfRange(offset, length, size());
    }
  }

  static Malformed outOfRange(long offset, long length, long size) {
    return new Malformed(
        "bytes.out-of-range",
        offset,
        "needs " + length + " bytes at " + offset + "; there are " + size + " in all");
  }

  private static OptionalLong inside(long offset, Bytes part, Bytes whole) {
    return offset >= 0 && offset <= whole.size() - part.size()
        ? OptionalLong.of(offset)
        : OptionalLong.empty();
  }

  private static final class ArrayBytes extends Bytes {
    private final byte[] array;
    private final int from;
    private final int length;

    ArrayBytes(byte[] array, int from, int length) {
      this.array = array;
      this.from = from;
      this.length = length;
    }

    @Override
    public long size() {
      return length;
    }

    @Override
    public void read(long offset, byte[] into, int at, int count) {
      check(offset, count);
      System.arraycopy(array, from + (int) offset, into, at, count);
    }

    @Override
    public Bytes slice(long offset, long count) {
      check(offset, count);
      return new ArrayBytes(array, from + (int) offset, (int) count);
    }

    @Override
    public Block block(long offset, int count) {
      check(offset, count);
      return new Block(array, from + (int) offset, count, offset);
    }

    @Override
    public Bytes atHand(int limit) {
      return this;
    }

    @Override
    public void pass(int step, int overlap, Step each) {
      for (long at = 0; at < length; at += step) {
        each.on(at, blockUpTo(at, step + overlap));
      }
    }

    @Override
    boolean holds(long offset, byte[] expected) {
      int at = from + (int) offset;
      return Arrays.equals(array, at, at + expected.length, expected, 0, expected.length);
    }

    @Override
    public OptionalLong offsetIn(Bytes whole) {
      return whole instanceof ArrayBytes other && other.array == array
          ? inside(from - other.from, this, whole)
          : OptionalLong.empty();
    }
  }

  private static final class ChannelBytes extends Bytes {
    private final FileChannel channel;
    private final long from;
    private final long length;

    ChannelBytes(FileChannel channel, long from, long length) {
      this.channel = channel;
      this.from = from;
      this.length = length;
    }

    @Override
    public long size() {
      return length;
    }

    @Override
    public void read(long offset, byte[] into, int at, int count) {
      check(offset, count);
      ChannelReads.fully(channel, from + offset, into, at, count);
    }

    @Override
    public Bytes slice(long offset, long count) {
      check(offset, count);
      return new ChannelBytes(channel, from + offset, count);
    }

    @Override
    public OptionalLong offsetIn(Bytes whole) {
      return whole instanceof ChannelBytes other && other.channel.equals(channel)
          ? inside(from - other.from, this, whole)
          : OptionalLong.empty();
    }
  }

  @Override
  public final String toString() {
    int shown = (int) Math.min(16, size());
    byte[] start = new byte[shown];
    read(0, start, 0, shown);
    return "Bytes[" + size() + "] " + Arrays.toString(start);
  }
}
