package dev.assay.inspect.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link ValueWriter} wrote; every method throws {@link BadEntry} where it cannot. */
public final class ValueReader {
  private final byte[] bytes;
  private int at;

  public ValueReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = one();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new BadEntry("a number has no end");
  }

  public int integer() {
    long value = number();
    if (value != (int) value) {
      throw new BadEntry("a number is too large");
    }
    return (int) value;
  }

  /** A number of things of at least one byte each. */
  public int count() {
    long count = number();
    if (count < 0 || count > bytes.length - at) {
      throw new BadEntry("a count exceeds the entry");
    }
    return (int) count;
  }

  public double real() {
    return Double.longBitsToDouble(number());
  }

  public boolean flag() {
    return one() != 0;
  }

  public String text() {
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  public byte[] array() {
    int length = count();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private int one() {
    if (at >= bytes.length) {
      throw new BadEntry("an entry ends early");
    }
    return bytes[at++] & 0xFF;
  }
}
