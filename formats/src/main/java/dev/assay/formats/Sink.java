package dev.assay.formats;

import java.io.OutputStream;

/** Takes decompressed bytes and turns them into {@link Bytes}. Not for several threads. */
public abstract class Sink extends OutputStream {
  /**
   * @throws Malformed {@code limit.expansion} when the content grows beyond its limit
   */
  @Override
  public abstract void write(byte[] from, int at, int length);

  @Override
  public final void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** Appends {@code count} zero bytes (holes of sparse files). */
  public abstract void zeros(long count);

  /** Bytes written so far. */
  public abstract long size();

  /** What was written, as bytes. */
  public abstract Bytes toBytes();

  @Override
  public final void close() {}
}
