package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads one number after the other; behind the end is {@link Malformed}. */
final class Cursor {
  private static final int LONGEST_TEXT = 4096;

  private final Fields fields;
  private int at;

  Cursor(Block block, ByteOrder order) {
    this.fields = new Fields(block, order);
  }

  Block block() {
    return fields.block();
  }

  int at() {
    return at;
  }

  boolean isAtEnd() {
    return at >= block().size();
  }

  /**
   * @throws Malformed where it is outside
   */
  Cursor moveTo(long offset) {
    if (offset < 0 || offset > block().size()) {
      throw new Malformed("dwarf.offset", at, "offset " + offset + " is outside of the section");
    }
    at = (int) offset;
    return this;
  }

  void skip(long count) {
    moveTo(count < 0 ? -1 : at + count);
  }

  /** The next bytes on their own. */
  Cursor part(long length) {
    Cursor part = new Cursor(slice(length), fields.order());
    return part;
  }

  Block slice(long length) {
    if (length < 0 || length > block().size() - at) {
      throw new Malformed("dwarf.length", at, length + " bytes are more than there are");
    }
    at += (int) length;
    return block().slice(at - (int) length, (int) length);
  }

  int u8() {
    return block().u8(at++);
  }

  int u16() {
    at += 2;
    return fields.u16(at - 2);
  }

  private long u24() {
    int one = u8();
    int two = u8();
    int three = u8();
    return fields.isLittle() ? one | two << 8 | three << 16 : one << 16 | two << 8 | three;
  }

  long u32() {
    at += 4;
    return fields.u32(at - 4);
  }

  long i64() {
    at += 8;
    return fields.i64(at - 8);
  }

  /**
   * Without a sign, but for 8 bytes.
   *
   * @param size 1, 2, 3, 4 or 8 bytes
   */
  long number(int size) {
    return switch (size) {
      case 1 -> u8();
      case 2 -> u16();
      case 3 -> u24();
      case 4 -> u32();
      case 8 -> i64();
      default -> throw new Malformed("dwarf.size", at, "a number of " + size + " bytes");
    };
  }

  /** With a sign. */
  long signed(int size) {
    int unused = 64 - 8 * size;
    return number(size) << unused >> unused;
  }

  /** Seven bits a byte, the lowest first; at most 10 bytes. */
  long uleb() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = u8();
      value |= shift < 64 ? (long) (next & 0x7F) << shift : 0;
      if (next < 0x80) {
        return value;
      }
    }
    throw new Malformed("dwarf.leb128", at, "a number of more than 10 bytes");
  }

  /** The same with a sign in the highest bit of the last byte. */
  long sleb() {
    int start = at;
    long value = uleb();
    int bits = 7 * (at - start);
    return bits < 64 ? value << 64 - bits >> 64 - bits : value;
  }

  /** Up to a NUL, which must follow. */
  String text() {
    int length = 0;
    while (block().u8(at + length) != 0) {
      length++;
    }
    String text = new String(shown(length), StandardCharsets.UTF_8);
    at += length + 1;
    return text;
  }

  private byte[] shown(int length) {
    return block().bytes(at, Math.min(length, LONGEST_TEXT));
  }

  /** The text at an offset, as far as it may be long; behind it nothing is read. */
  String textAt(long offset) {
    moveTo(offset);
    int most = Math.min(LONGEST_TEXT, block().size() - at);
    int length = 0;
    while (length < most && block().u8(at + length) != 0) {
      length++;
    }
    return new String(shown(length), StandardCharsets.UTF_8);
  }

  /** The length of what follows, and by it the format. */
  Extent extent() {
    long length = u32();
    return length == 0xFFFF_FFFFL ? new Extent(i64(), 8) : new Extent(length, 4);
  }

  /**
   * @param length of what follows, in bytes
   * @param offsetSize 4 or 8, in bytes
   */
  record Extent(long length, int offsetSize) {}
}
