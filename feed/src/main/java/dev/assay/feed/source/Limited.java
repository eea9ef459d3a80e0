package dev.assay.feed.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends with an error behind a number of bytes, so that a small archive cannot keep Assay busy for
 * days.
 */
final class Limited extends FilterInputStream {
  private final long most;
  private long read;

  Limited(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > most) {
      throw new IOException("expected at most " + most + " bytes unpacked, found more");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
