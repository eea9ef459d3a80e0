package dev.assay.formats.codec;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/** Reads bits from the high one of each little-endian 16-bit word down, or bytes between them. */
final class WordBits implements Bits {
  private final Block data;
  private int at;
  private int held;
  private int holding;

  WordBits(Block data) {
    this.data = data;
  }

  @Override
  public int bits(int count) {
    while (holding < count) {
      require(2);
      held = held << 16 | data.u16le(at);
      at += 2;
      holding += 16;
    }
    holding -= count;
    int value = held >>> holding & (1 << count) - 1;
    held &= (1 << holding) - 1;
    return value;
  }

  /** As {@link #bits}, of up to 32. */
  int manyBits(int count) {
    return count <= 16 ? bits(count) : bits(count - 16) << 16 | bits(16);
  }

  /** Leaves the word out whose bits come next, be it begun or not. */
  void skipWord() {
    if (holding == 0) {
      require(2);
      at += 2;
    }
    held = 0;
    holding = 0;
  }

  /** Only where all bits of a word have been read, as behind {@link #skipWord}. */
  int i32() {
    require(4);
    at += 4;
    return data.i32le(at - 4);
  }

  /** As many of {@code count} bytes as the data still has; as {@link #i32}. */
  Block bytes(int count) {
    int there = Math.min(count, data.size() - at);
    require(Math.min(count, 1));
    at += there;
    return data.slice(at - there, there);
  }

  boolean isAtStart() {
    return at == 0;
  }

  private void require(int more) {
    if (data.size() - at < more) {
      throw new Malformed("codec.damaged", -1, "compressed data ends too early");
    }
  }
}
