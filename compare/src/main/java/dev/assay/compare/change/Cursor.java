package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads small contents from front to back; reading behind the end is {@link Malformed}. */
final class Cursor {
  private static final int LONGEST = 1 << 20;

  private final Fields fields;
  private int at;

  /**
   * @throws Malformed where it has more than {@code most} bytes
   */
  Cursor(Bytes content, ByteOrder order, int most) {
    if (content.size() > most) {
      throw new Malformed("compare.size", 0, "more than " + most + " bytes; not taken apart");
    }
    this.fields = new Fields(content.block(0, (int) content.size()), order);
  }

  int at() {
    return at;
  }

  boolean isAtEnd() {
    return at >= block().size();
  }

  void moveTo(int offset) {
    at = offset;
  }

  Block block() {
    return fields.block();
  }

  int u8() {
    return block().u8(at++);
  }

  int u16() {
    at += 2;
    return fields.u16(at - 2);
  }

  int i32() {
    at += 4;
    return fields.i32(at - 4);
  }

  long u32() {
    return Integer.toUnsignedLong(i32());
  }

  double f64() {
    at += 8;
    return Double.longBitsToDouble(fields.i64(at - 8));
  }

  /** A length that the rest of the content can hold, each counting for at least one byte. */
  int count(long said) {
    if (said < 0 || said > block().size() - at) {
      throw new Malformed("compare.count", at, said + " of something that do not fit");
    }
    return (int) said;
  }

  /** Seven bits a byte, the lowest first (LEB128). */
  long leb() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new Malformed("compare.leb", at, "a number of more than 64 bits");
  }

  /** The same with a sign in the highest bit of the last byte. */
  long sleb() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        int unused = 64 - Math.min(64, shift + 7);
        return value << unused >> unused;
      }
    }
    throw new Malformed("compare.leb", at, "a number of more than 64 bits");
  }

  byte[] bytes(int count) {
    byte[] bytes = block().bytes(at, count);
    at += count;
    return bytes;
  }

  String hex(int count) {
    return HexFormat.of().formatHex(bytes(count));
  }

  String text(int count) {
    if (count > LONGEST) {
      throw new Malformed("compare.text", at, "a text of " + count + " bytes");
    }
    return new String(bytes(count), StandardCharsets.UTF_8);
  }
}
