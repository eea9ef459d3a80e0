package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a header structure of rpm: an index of tags and the store with their values. */
final class RpmHeaderWriter {
  private static final byte[] MAGIC = {(byte) 0x8E, (byte) 0xAD, (byte) 0xE8, 1, 0, 0, 0, 0};
  private static final int NUMBER = 4;
  private static final int STRING = 6;
  private static final int BINARY = 7;
  private static final int STRINGS = 8;

  private final ByteArrayOutputStream index = new ByteArrayOutputStream();
  private final ByteArrayOutputStream store = new ByteArrayOutputStream();

  RpmHeaderWriter text(int tag, String value) {
    return entry(tag, STRING, 1, ended(value));
  }

  /** A list of one string. */
  RpmHeaderWriter texts(int tag, String value) {
    return entry(tag, STRINGS, 1, ended(value));
  }

  RpmHeaderWriter number(int tag, int value) {
    store.writeBytes(new byte[-store.size() & 3]);
    return entry(tag, NUMBER, 1, ByteBuffer.allocate(4).putInt(value).array());
  }

  RpmHeaderWriter binary(int tag, byte[] value) {
    return entry(tag, BINARY, value.length, value);
  }

  private RpmHeaderWriter entry(int tag, int type, int count, byte[] value) {
    index.writeBytes(
        ByteBuffer.allocate(16)
            .putInt(tag)
            .putInt(type)
            .putInt(store.size())
            .putInt(count)
            .array());
    store.writeBytes(value);
    return this;
  }

  byte[] bytes() {
    return ByteBuffer.allocate(16 + index.size() + store.size())
        .put(MAGIC)
        .putInt(index.size() / 16)
        .putInt(store.size())
        .put(index.toByteArray())
        .put(store.toByteArray())
        .array();
  }

  private static byte[] ended(String value) {
    return (value + "\0").getBytes(StandardCharsets.UTF_8);
  }
}
