package dev.assay.feed.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the primitives of the feed file; never outside its bounds. */
final class Cursor {
  private static final int LONGEST_TEXT = 1 << 16;

  private final MemorySegment file;
  private final long end;
  private long at;

  Cursor(MemorySegment file, long from, long end) {
    if (from < 0 || from > end || end > file.byteSize()) {
      throw new BadFeed(
          "expected bytes " + from + " to " + end + " in the feed, which has " + file.byteSize());
    }
    this.file = file;
    this.at = from;
    this.end = end;
  }

  /** Over bytes of our own. */
  static Cursor over(byte[] bytes) {
    return new Cursor(MemorySegment.ofArray(bytes), 0, bytes.length);
  }

  long at() {
    return at;
  }

  boolean more() {
    return at < end;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      long b = one();
      value |= (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw bad("a number of at most 63 bits");
  }

  /** A number from 0 up to {@code most}. */
  int below(long most, String what) {
    long value = number();
    if (value < 0 || value > most || value > Integer.MAX_VALUE) {
      throw bad(what + " of at most " + most + ", found " + value);
    }
    return (int) value;
  }

  String text() {
    int length = below(Math.min(LONGEST_TEXT, end - at), "a text");
    byte[] bytes = new byte[length];
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, bytes, 0, length);
    at += length;
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Compares the text that comes next with {@code key}, bytewise, and stands behind it. */
  int compareText(byte[] key) {
    int length = below(Math.min(LONGEST_TEXT, end - at), "a text");
    long start = at;
    at += length;
    for (int i = 0; i < Math.min(length, key.length); i++) {
      int order = Byte.compareUnsigned(file.get(ValueLayout.JAVA_BYTE, start + i), key[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(length, key.length);
  }

  List<String> texts() {
    return list(this::text);
  }

  <T> List<T> list(Supplier<T> one) {
    // Each element takes a byte at least, so a lying count ends here.
    int count = below(end - at, "a list");
    List<T> values = new ArrayList<>(Math.min(count, 64));
    for (int i = 0; i < count; i++) {
      values.add(one.get());
    }
    return values;
  }

  /** One of the values, by position. */
  <T> T of(List<T> values, String what) {
    return values.get(below(values.size() - 1L, what));
  }

  /** What a length and that many bytes hold; stands behind them whatever was read. */
  <T> T block(Function<Cursor, T> content) {
    long length = number();
    if (length < 0 || length > end - at) {
      throw bad("a block of at most " + (end - at) + " bytes, found " + length);
    }
    Cursor inside = new Cursor(file, at, at + length);
    at += length;
    return content.apply(inside);
  }

  private long one() {
    if (at >= end) {
      throw bad("more bytes");
    }
    return file.get(ValueLayout.JAVA_BYTE, at++) & 0xff;
  }

  private BadFeed bad(String expected) {
    return new BadFeed("expected " + expected + " at byte " + at + " of the feed");
  }
}
