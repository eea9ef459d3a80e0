package dev.assay.formats.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The range decoder that 7-Zip has for PPMd. Not for several threads. */
final class PpmdRange {
  private static final long TOP = 1 << 24;
  private static final long WORD = 0xFFFF_FFFFL;
  private static final int SCALE_BITS = 14;

  private final InputStream in;
  private long range = WORD;
  private long code;

  /**
   * @throws IOException where the stream does not begin as it must
   */
  PpmdRange(InputStream in) throws IOException {
    this.in = in;
    int first = octet();
    for (int i = 0; i < 4; i++) {
      code = code << 8 | octet();
    }
    if (first != 0 || code == WORD) {
      throw new IOException("PPMd does not begin with 0");
    }
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("PPMd ends too early");
    }
    return octet;
  }

  /** Where in a total the next symbol lies; {@link #decode} must follow. */
  long threshold(int total) {
    range /= total;
    return code / range;
  }

  void decode(int start, int size) throws IOException {
    code -= start * range;
    range *= size;
    fill();
  }

  /**
   * @param zero how likely a 0 is, of 2^14
   */
  int bit(int zero) throws IOException {
    long bound = (range >>> SCALE_BITS) * zero;
    int bit = code < bound ? 0 : 1;
    if (bit == 0) {
      range = bound;
    } else {
      code -= bound;
      range -= bound;
    }
    fill();
    return bit;
  }

  private void fill() throws IOException {
    while (range < TOP) {
      code = (code << 8 | octet()) & WORD;
      range = range << 8 & WORD;
    }
  }
}
