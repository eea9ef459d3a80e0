package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads small contents from front to back; reading behind the end is {@link Malformed}. */
public final class Cursor {
  private static final int LONGEST = 1 << 20;

  private final Fields fields;
  private int at;

  /**
   * @throws Malformed where it has more than {@code most} bytes
   */
  public Cursor(Bytes content, ByteOrder order, int most) {
    if (content.size() > most) {
      throw new Malformed("compare.size", 0, "more than " + most + " bytes; not taken apart");
    }
    this.fields = new Fields(content.block(0, (int) content.size()), order);
  }

  /** How many bytes are read. */
  public int at() {
    return at;
  }

  /** Whether no byte is left. */
  public boolean isAtEnd() {
    return at >= block().size();
  }

  /** Goes on at another place, in bytes from the begin. */
  public void moveTo(int offset) {
    at = offset;
  }

  /** All of the content. */
  public Block block() {
    return fields.block();
  }

  /** One byte. */
  public int u8() {
    return block().u8(at++);
  }

  /** Two bytes, unsigned. */
  public int u16() {
    at += 2;
    return fields.u16(at - 2);
  }

  /** Four bytes, signed. */
  public int i32() {
    at += 4;
    return fields.i32(at - 4);
  }

  /** Four bytes, unsigned. */
  public long u32() {
    return Integer.toUnsignedLong(i32());
  }

  /** Eight bytes, as IEEE 754 has a double. */
  public double f64() {
    at += 8;
    return Double.longBitsToDouble(fields.i64(at - 8));
  }

  /** A length that the rest of the content can hold, each counting for at least one byte. */
  public int count(long said) {
    if (said < 0 || said > block().size() - at) {
      throw new Malformed("compare.count", at, said + " of something that do not fit");
    }
    return (int) said;
  }

  /** Seven bits a byte, the lowest first (LEB128). */
  public long leb() {
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
  public long sleb() {
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

  /** The next bytes. */
  public byte[] bytes(int count) {
    byte[] bytes = block().bytes(at, count);
    at += count;
    return bytes;
  }

  /** The next bytes in lower case hexadecimal digits. */
  public String hex(int count) {
    return HexFormat.of().formatHex(bytes(count));
  }

  /**
   * The next bytes as UTF-8; what is none is replaced.
   *
   * @throws Malformed where it has more than a million bytes
   */
  public String text(int count) {
    if (count > LONGEST) {
      throw new Malformed("compare.text", at, "a text of " + count + " bytes");
    }
    return new String(bytes(count), StandardCharsets.UTF_8);
  }
}
