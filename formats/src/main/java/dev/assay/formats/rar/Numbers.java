package dev.assay.formats.rar;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/** Reads a header of version 5 field by field. */
final class Numbers {
  private static final int BITS = 63;

  private final Block block;
  private final long origin;
  private int next;

  /**
   * @param origin offset of the block, for problems
   */
  Numbers(Block block, long origin) {
    this.block = block;
    this.origin = origin;
  }

  /** Bytes read so far. */
  int position() {
    return next;
  }

  /**
   * @throws Malformed {@code rar.header} where it has more than 63 bits
   */
  long number() {
    long value = 0;
    for (int shift = 0; shift < BITS; shift += 7) {
      int each = block.u8(next++);
      value |= (each & 0x7FL) << shift;
      if ((each & 0x80) == 0) {
        return value;
      }
    }
    throw new Malformed("rar.header", origin + next, "a number of more than 63 bits");
  }

  /** Four bytes. */
  int word() {
    int value = block.i32le(next);
    next += 4;
    return value;
  }

  /** As many bytes as the next number says. */
  byte[] text() {
    int length = length();
    byte[] bytes = block.bytes(next, length);
    next += length;
    return bytes;
  }

  /** The next number, of bytes behind it in the block. */
  private int length() {
    long length = number();
    if (length > block.size() - next) {
      throw new Malformed("rar.header", origin + next, "a field of " + length + " bytes");
    }
    return (int) length;
  }

  /** A part of the block that begins here, of as many bytes as the next number says. */
  Numbers part() {
    int length = length();
    Numbers part = new Numbers(block.slice(next, length), origin + next);
    next += length;
    return part;
  }

  /** From an offset in the block on. */
  Numbers from(int at) {
    return new Numbers(block.slice(at, block.size() - at), origin + at);
  }

  boolean isAtEnd() {
    return next >= block.size();
  }
}
