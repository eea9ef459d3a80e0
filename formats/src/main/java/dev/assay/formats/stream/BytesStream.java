package dev.assay.formats.stream;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.io.InputStream;

/**
 * Bytes as a stream, for decoders that pull. Knows how much of it was taken, which such decoders do
 * not tell.
 */
public final class BytesStream extends InputStream {
  private static final int WINDOW = 1 << 16;

  private final Bytes bytes;
  private long next;
  private Block window;
  private int at;
  private boolean exhausted;

  public BytesStream(Bytes bytes, long from) {
    this.bytes = bytes;
    this.next = from;
    this.window = bytes.block(from, 0);
  }

  /** Offset in the bytes of what is read next. */
  public long position() {
    return next - (window.size() - at);
  }

  /** Whether more was asked for than there is. */
  public boolean isExhausted() {
    return exhausted;
  }

  @Override
  public int read() {
    return fill() ? window.u8(at++) : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int part = Math.min(length, window.size() - at);
    System.arraycopy(window.array(), window.arrayOffset() + at, into, from, part);
    at += part;
    return part;
  }

  /** What is in the window: some decoders take this for "more to come". */
  @Override
  public int available() {
    return window.size() - at;
  }

  private boolean fill() {
    if (at < window.size()) {
      return true;
    }
    window = bytes.blockUpTo(next, WINDOW);
    next += window.size();
    at = 0;
    exhausted = window.size() == 0;
    return !exhausted;
  }
}
