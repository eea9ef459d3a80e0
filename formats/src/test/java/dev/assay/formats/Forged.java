package dev.assay.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes under construction: fields one behind the other, or set where they stand. */
public final class Forged {
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  private Forged(ByteOrder order) {
    buffer.order(order);
  }

  public static Forged little() {
    return new Forged(ByteOrder.LITTLE_ENDIAN);
  }

  public static Forged big() {
    return new Forged(ByteOrder.BIG_ENDIAN);
  }

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      ByteOrder order = buffer.order();
      int size = Integer.highestOneBit(buffer.position() + more) << 1;
      buffer = ByteBuffer.allocate(size).order(order).put(buffer.flip());
    }
    return buffer;
  }

  public Forged u8(int... values) {
    for (int value : values) {
      room(1).put((byte) value);
    }
    return this;
  }

  public Forged u16(int... values) {
    for (int value : values) {
      room(2).putShort((short) value);
    }
    return this;
  }

  public Forged u32(long... values) {
    for (long value : values) {
      room(4).putInt((int) value);
    }
    return this;
  }

  public Forged u64(long... values) {
    for (long value : values) {
      room(8).putLong(value);
    }
    return this;
  }

  public Forged bytes(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  public Forged text(String text) {
    return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Text filled up with zeros. */
  public Forged text(String text, int size) {
    return text(text).fill(0, size - text.length());
  }

  public Forged fill(int value, int count) {
    room(count);
    for (int i = 0; i < count; i++) {
      buffer.put((byte) value);
    }
    return this;
  }

  /** Fills up to offset {@code to}. */
  public Forged fillTo(int value, int to) {
    return fill(value, to - buffer.position());
  }

  public Forged set32(int at, long value) {
    buffer.putInt(at, (int) value);
    return this;
  }

  public Forged set(int at, byte[] bytes) {
    buffer.put(at, bytes);
    return this;
  }

  public int size() {
    return buffer.position();
  }

  public byte[] toArray() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  public Bytes toBytes() {
    return Bytes.of(toArray());
  }
}
