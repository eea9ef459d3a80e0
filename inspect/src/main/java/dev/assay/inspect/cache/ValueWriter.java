package dev.assay.inspect.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one value: numbers in groups of seven bits, texts and arrays after their length. */
public final class ValueWriter {
  private byte[] bytes = new byte[256];
  private int size;

  public void number(long value) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7FL) != 0) {
      one((int) rest | 0x80);
      rest >>>= 7;
    }
    one((int) rest);
  }

  public void real(double value) {
    number(Double.doubleToRawLongBits(value));
  }

  public void flag(boolean value) {
    one(value ? 1 : 0);
  }

  public void text(String value) {
    array(value.getBytes(StandardCharsets.UTF_8));
  }

  public void array(byte[] value) {
    number(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void one(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}
