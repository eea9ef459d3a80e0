package dev.assay.formats.axml;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Strings by number; decoded when first asked for. Many may share the same bytes, so what they come
 * to in all is limited. Not safe for use by several threads.
 */
public final class StringPool {
  private static final int HEADER = 28;

  /** A pool of no string. */
  public static final StringPool EMPTY =
      new StringPool(Bytes.of(new byte[0]).block(0, 0), HEADER, 0, 0, false);

  private static final int UTF8 = 0x100;
  private static final int MAX_LENGTH = 64 << 10;

  /** Most bytes that strings may come to, as a multiple of those of the pool. */
  private static final int MAX_SHARING = 8;

  private final Block chunk;
  private final int offsets;
  private final int count;
  private final int start;
  private final boolean utf8;
  private final Map<Integer, String> decoded = new HashMap<>();
  private long left;

  private StringPool(Block chunk, int offsets, int count, int start, boolean utf8) {
    this.chunk = chunk;
    this.offsets = offsets;
    this.count = count;
    this.start = start;
    this.utf8 = utf8;
    this.left = (long) MAX_SHARING * chunk.size() + MAX_LENGTH;
  }

  /**
   * The pool of a chunk.
   *
   * @throws Malformed {@code axml.string-pool} where its strings do not fit into it
   */
  public static StringPool read(Block chunk) {
    int offsets = chunk.u16le(2);
    long count = chunk.u32le(8);
    long start = chunk.u32le(20);
    if (offsets < HEADER || count > (chunk.size() - offsets) / 4 || start > chunk.size()) {
      throw new Malformed(
          "axml.string-pool",
          8,
          count + " strings from " + start + " do not fit into " + chunk.size() + " bytes");
    }
    return new StringPool(chunk, offsets, (int) count, (int) start, (chunk.i32le(16) & UTF8) != 0);
  }

  /**
   * The string of a number; empty where there is none, as −1 says, or where it does not fit.
   *
   * @throws Malformed {@code axml.strings} where strings share too many of their bytes
   */
  public String get(int index) {
    if (index < 0 || index >= count) {
      return "";
    }
    String known = decoded.get(index);
    if (known == null) {
      known = decode(index);
      left -= known.length();
      if (left < 0) {
        throw new Malformed(
            "axml.strings", HEADER, "strings come to much more than the pool of " + chunk.size());
      }
      decoded.put(index, known);
    }
    return known;
  }

  /** Whether there is a string of a number, and where it can be. */
  public boolean holds(int index) {
    return index >= 0
        && index < count
        && start + chunk.u32le(offsets + 4 * index) <= chunk.size() - 2;
  }

  private String decode(int index) {
    long at = start + chunk.u32le(offsets + 4 * index);
    if (at > chunk.size() - 2) {
      return "";
    }
    return utf8 ? utf8((int) at) : utf16((int) at);
  }

  private String utf8(int from) {
    int at = from + (chunk.u8(from) < 0x80 ? 1 : 2);
    int length = chunk.u8(at);
    if (length >= 0x80) {
      length = (length & 0x7F) << 8 | chunk.u8(at + 1);
      at++;
    }
    return chunk.utf8(at + 1, length);
  }

  private String utf16(int from) {
    int at = from + 2;
    int length = chunk.u16le(from);
    if (length >= 0x8000) {
      length = (length & 0x7FFF) << 16 | chunk.u16le(at);
      at += 2;
    }
    if (length > MAX_LENGTH) {
      throw new Malformed(
          "axml.string", from, "a string of " + length + " characters; at most " + MAX_LENGTH);
    }
    return new String(chunk.bytes(at, 2 * length), StandardCharsets.UTF_16LE);
  }
}
