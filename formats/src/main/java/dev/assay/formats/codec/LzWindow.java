package dev.assay.formats.codec;

import dev.assay.formats.Sink;
import java.util.Arrays;

/**
 * The last bytes of what is decompressed, in a ring, which matches copy from. Not for several
 * threads.
 */
public final class LzWindow {
  private final byte[] ring;
  private final Sink sink;
  private int next;
  private int flushed;

  /**
   * @param size in bytes; a power of two
   * @param before value of the bytes that stand before the first
   */
  public LzWindow(int size, int before, Sink sink) {
    this.ring = new byte[size];
    this.sink = sink;
    Arrays.fill(ring, (byte) before);
  }

  /** Adds one byte. */
  public void put(int value) {
    ring[next++] = (byte) value;
    if (next == ring.length) {
      flush();
      next = 0;
      flushed = 0;
    }
  }

  /** Adds what stands so far back, byte for byte, so that it may reach into itself. */
  public void copy(int distance, int length) {
    for (int i = 0; i < length; i++) {
      put(ring[next - distance & ring.length - 1]);
    }
  }

  /** Hands the sink what it has not got yet. */
  public void flush() {
    sink.write(ring, flushed, next - flushed);
    flushed = next;
  }
}
