package dev.assay.formats;

import java.nio.channels.FileChannel;

/** Bytes that lie in equally long extents of a file, in any order. */
public final class ExtentBytes extends Bytes {
  private final FileChannel channel;
  private final long[] extents;
  private final int extentSize;
  private final long from;
  private final long length;

  private ExtentBytes(FileChannel channel, long[] extents, int extentSize, long from, long length) {
    this.channel = channel;
    this.extents = extents;
    this.extentSize = extentSize;
    this.from = from;
    this.length = length;
  }

  /**
   * @param extents file positions of the extents, in the order of the content
   * @param extentSize bytes in each
   * @param length bytes of content
   */
  public static Bytes of(FileChannel channel, long[] extents, int extentSize, long length) {
    return new ExtentBytes(channel, extents.clone(), extentSize, 0, length);
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void read(long offset, byte[] into, int at, int count) {
    check(offset, count);
    int done = 0;
    while (done < count) {
      long position = from + offset + done;
      int within = (int) (position % extentSize);
      int part = Math.min(count - done, extentSize - within);
      ChannelReads.fully(
          channel, extents[(int) (position / extentSize)] + within, into, at + done, part);
      done += part;
    }
  }

  @Override
  public Bytes slice(long offset, long count) {
    check(offset, count);
    return new ExtentBytes(channel, extents, extentSize, from + offset, count);
  }
}
