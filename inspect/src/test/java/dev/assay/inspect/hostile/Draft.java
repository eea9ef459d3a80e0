package dev.assay.inspect.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes under construction, in one byte order. */
final class Draft {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteOrder order;

  private Draft(ByteOrder order) {
    this.order = order;
  }

  static Draft little() {
    return new Draft(ByteOrder.LITTLE_ENDIAN);
  }

  static Draft big() {
    return new Draft(ByteOrder.BIG_ENDIAN);
  }

  Draft u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Draft u16(int... values) {
    for (int value : values) {
      bytes(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
    }
    return this;
  }

  Draft u32(long... values) {
    for (long value : values) {
      bytes(ByteBuffer.allocate(4).order(order).putInt((int) value).array());
    }
    return this;
  }

  Draft u64(long... values) {
    for (long value : values) {
      bytes(ByteBuffer.allocate(8).order(order).putLong(value).array());
    }
    return this;
  }

  Draft bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Draft text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  Draft text(String text, int size) {
    return text(text).fill(0, size - text.length());
  }

  Draft fill(int value, int count) {
    byte[] filler = new byte[count];
    Arrays.fill(filler, (byte) value);
    return bytes(filler);
  }

  Draft fillTo(int value, int size) {
    return fill(value, size - out.size());
  }

  int size() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }

  /** The bytes with a 32-bit field set. */
  static byte[] set32(byte[] bytes, int at, ByteOrder order, long value) {
    byte[] changed = bytes.clone();
    ByteBuffer.wrap(changed).order(order).putInt(at, (int) value);
    return changed;
  }
}
