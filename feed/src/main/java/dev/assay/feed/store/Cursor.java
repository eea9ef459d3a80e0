package dev.assay.feed.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads the primitives of the feed file from some of its bytes; never outside them. */
final class Cursor {
  private static final int LONGEST_TEXT = 1 << 16;

  private final byte[] bytes;
  private final int end;

  /** Where in the feed the first of the bytes stands. */
  private final long origin;

  private int at;

  private Cursor(byte[] bytes, int from, int end, long origin) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.origin = origin;
  }

  /** Over bytes that stand at {@code origin} in the feed. */
  static Cursor over(byte[] bytes, long origin) {
    return new Cursor(bytes, 0, bytes.length, origin);
  }

  /** Byte of the feed that is read next. */
  long at() {
    return origin + at;
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
    int length = length();
    if (length == 0) {
      return "";
    }
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  /** Length of a text whose bytes come next. */
  private int length() {
    long length = number();
    if (length < 0 || length > Math.min(LONGEST_TEXT, end - at)) {
      throw bad("a text of at most " + Math.min(LONGEST_TEXT, end - at) + ", found " + length);
    }
    return (int) length;
  }

  /** Compares the text that comes next with {@code key}, bytewise, and stands behind it. */
  int compareText(byte[] key) {
    int length = length();
    at += length;
    return Arrays.compareUnsigned(bytes, at - length, at, key, 0, key.length);
  }

  List<String> texts() {
    return list(Cursor::text);
  }

  <T> List<T> list(Function<Cursor, T> one) {
    // Each element takes a byte at least, so a lying count ends here.
    int count = below(end - at, "a list");
    if (count == 0) {
      return List.of();
    }
    List<T> values = new ArrayList<>(Math.min(count, 64));
    for (int i = 0; i < count; i++) {
      values.add(one.apply(this));
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
    Cursor inside = new Cursor(bytes, at, at + (int) length, origin);
    at += (int) length;
    return content.apply(inside);
  }

  private int one() {
    if (at >= end) {
      throw bad("more bytes");
    }
    return bytes[at++] & 0xff;
  }

  private BadFeed bad(String expected) {
    return new BadFeed("expected " + expected + " at byte " + at() + " of the feed");
  }
}
