package dev.assay.formats;

import java.util.Arrays;
import java.util.List;

/** Runs of other bytes, of any length and in any order, as one content. */
public final class Runs extends Bytes {
  private final Bytes source;
  private final long[] starts;
  private final long[] ends;
  private final long from;
  private final long length;

  private Runs(Bytes source, long[] starts, long[] ends, long from, long length) {
    this.source = source;
    this.starts = starts;
    this.ends = ends;
    this.from = from;
    this.length = length;
  }

  /**
   * One run.
   *
   * @param start offset in the source, or negative where the run reads as zeros
   * @param length in bytes
   */
  public record Run(long start, long length) {
    public static Run zeros(long length) {
      return new Run(-1, length);
    }

    boolean isHole() {
      return start < 0;
    }
  }

  /**
   * @throws Malformed where a run is not in the source
   */
  public static Bytes of(Bytes source, List<Run> runs) {
    long[] starts = new long[runs.size()];
    long[] ends = new long[runs.size()];
    long end = 0;
    for (int i = 0; i < starts.length; i++) {
      Run run = runs.get(i);
      boolean inside = run.isHole() || run.start() <= source.size() - run.length();
      if (run.length() < 0 || !inside || run.length() > Long.MAX_VALUE - end) {
        throw outOfRange(run.start(), run.length(), source.size());
      }
      end += run.length();
      starts[i] = run.start();
      ends[i] = end;
    }
    return new Runs(source, starts, ends, 0, end);
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void read(long offset, byte[] into, int at, int count) {
    check(offset, count);
    long position = from + offset;
    int done = 0;
    for (int i = count == 0 ? 0 : first(position); done < count; i++) {
      long start = i == 0 ? 0 : ends[i - 1];
      int part = (int) Math.min(count - done, ends[i] - position);
      if (starts[i] < 0) {
        Arrays.fill(into, at + done, at + done + part, (byte) 0);
      } else {
        source.read(starts[i] + position - start, into, at + done, part);
      }
      position += part;
      done += part;
    }
  }

  /** The run that holds a position; runs without bytes hold none. */
  private int first(long position) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public Bytes slice(long offset, long count) {
    check(offset, count);
    return new Runs(source, starts, ends, from + offset, count);
  }

  @Override
  public Block block(long offset, int count) {
    check(offset, count);
    byte[] copy = new byte[count];
    read(offset, copy, 0, count);
    return new Block(copy, 0, count, offset);
  }
}
