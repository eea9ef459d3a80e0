package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Unread;
import java.util.Arrays;

/** A copy of a structure out of which all that says something is taken, field by field. */
final class Remaining {
  private final long start;
  private final byte[] bytes;

  /**
   * @param start offset of the structure in the image
   */
  Remaining(long start, Block structure) {
    this.start = start;
    this.bytes = structure.bytes(0, structure.size());
  }

  /** Takes bytes out; what is outside of the structure is left out. */
  Remaining without(long from, long to) {
    int first = (int) Math.clamp(from, 0, bytes.length);
    Arrays.fill(bytes, first, (int) Math.clamp(to, first, bytes.length), (byte) 0);
    return this;
  }

  /** Takes bits out of a little-endian word. */
  Remaining withoutBits(int at, int bits) {
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] &= (byte) ~(bits >>> 8 * i);
    }
    return this;
  }

  boolean isNothing() {
    for (byte each : bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  boolean isAs(Remaining other) {
    return Arrays.equals(bytes, other.bytes);
  }

  /** Gives the structure, the known fields as zeros, if anything is left. */
  void give(Unread.Taker taker) {
    if (!isNothing()) {
      taker.take(start, Bytes.of(bytes));
    }
  }
}
