package dev.assay.inspect.keys;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/**
 * Reads the entries of a key store one after the other, as Java's {@code DataOutput} writes them:
 * numbers big-endian, texts as {@code u16} length and UTF-8, contents as {@code u32} length and
 * bytes.
 */
final class StoreCursor {
  private final Block data;
  private int at;

  StoreCursor(Block data, int at) {
    this.data = data;
    this.at = at;
  }

  /** Offset of what is read next. */
  int position() {
    return at;
  }

  void skip(int bytes) {
    at += bytes;
  }

  int u8() {
    return data.u8(at++);
  }

  int i32() {
    int value = data.i32be(at);
    at += 4;
    return value;
  }

  long u32() {
    return Integer.toUnsignedLong(i32());
  }

  String text() {
    int length = data.u16be(at);
    String text = data.utf8(at + 2, length);
    at += 2 + length;
    return text;
  }

  byte[] sized() {
    long length = data.u32be(at);
    if (length > data.size() - at - 4) {
      throw new Malformed(
          "keystore.length", at, "an entry of " + length + " bytes; fewer are left; rest not read");
    }
    byte[] value = data.bytes(at + 4, (int) length);
    at += 4 + (int) length;
    return value;
  }
}
