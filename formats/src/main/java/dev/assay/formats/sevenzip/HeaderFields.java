package dev.assay.formats.sevenzip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Arrays;

/** The fields of a header, one behind the other. Not for several threads. */
final class HeaderFields {
  /** Members, streams and folders of an archive, of each at most. */
  static final int MOST = 1 << 19;

  private final Block header;
  private int at;

  private HeaderFields(Block header) {
    this.header = header;
  }

  static HeaderFields of(Bytes header, int length) {
    return new HeaderFields(header.block(0, length));
  }

  boolean isAtEnd() {
    return at == header.size();
  }

  int u8() {
    return header.u8(advance(1));
  }

  int i32() {
    return header.i32le(advance(4));
  }

  /** A number of 1 to 9 bytes: each high bit of the first that is set stands for one more byte. */
  long number() {
    int first = u8();
    long value = 0;
    int mask = 0x80;
    for (int i = 0; i < 8; i++) {
      if ((first & mask) == 0) {
        return value | (long) (first & mask - 1) << 8 * i;
      }
      value |= (long) u8() << 8 * i;
      mask >>= 1;
    }
    if (value < 0) {
      throw damaged("a number of more than 63 bits");
    }
    return value;
  }

  /** A number of things. */
  int count(String what) {
    long count = number();
    if (count > MOST) {
      throw new Malformed("7z.limit", at, count + " " + what + "; at most " + MOST + " are read");
    }
    return (int) count;
  }

  Block block(int length) {
    return header.slice(advance(length), length);
  }

  /** The next {@code length} bytes as fields of their own. */
  HeaderFields part(long length) {
    if (length > header.size() - at) {
      throw damaged("a property of " + length + " bytes");
    }
    return new HeaderFields(block((int) length));
  }

  int left() {
    return header.size() - at;
  }

  /** One bit for each thing, the highest first. */
  boolean[] bits(int count) {
    Block packed = block((count + 7) / 8);
    boolean[] bits = new boolean[count];
    for (int i = 0; i < count; i++) {
      bits[i] = (packed.u8(i / 8) & 0x80 >> i % 8) != 0;
    }
    return bits;
  }

  /** As {@link #bits}, behind a byte that is not 0 where all are set. */
  boolean[] bitsOrAll(int count) {
    if (u8() == 0) {
      return bits(count);
    }
    boolean[] all = new boolean[count];
    Arrays.fill(all, true);
    return all;
  }

  /** A byte that is 0 unless the values that follow stand in another stream. */
  void here() {
    if (u8() != 0) {
      throw new Malformed("7z.unsupported", at - 1, "properties in a stream of their own");
    }
  }

  void expect(int id) {
    int found = u8();
    if (found != id) {
      throw damaged("property " + found + " where " + id + " was expected");
    }
  }

  Malformed damaged(String what) {
    return new Malformed("7z.damaged", at, "header with " + what);
  }

  private int advance(int length) {
    if (length < 0 || length > header.size() - at) {
      throw damaged("its end before its last field");
    }
    int from = at;
    at += length;
    return from;
  }
}
