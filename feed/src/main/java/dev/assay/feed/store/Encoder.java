package dev.assay.feed.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Writes the primitives of the feed file. */
final class Encoder {
  private byte[] bytes = new byte[256];
  private int size;

  Encoder number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
    return this;
  }

  Encoder text(String text) {
    return block(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A length and the bytes. */
  Encoder block(byte[] content) {
    number(content.length);
    room(content.length);
    System.arraycopy(content, 0, bytes, size, content.length);
    size += content.length;
    return this;
  }

  Encoder texts(List<String> texts) {
    return list(texts, this::text);
  }

  <T> Encoder list(List<T> values, Consumer<T> one) {
    number(values.size());
    values.forEach(one);
    return this;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void put(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
