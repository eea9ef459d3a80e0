package dev.assay.formats.codec;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/** Reads bits from the high one of each byte down. Not for several threads. */
public final class BitsDown implements Bits {
  private static final int STEP = 64 << 10;

  private final Bytes bytes;
  private Block block;
  private long next;
  private int at;
  private int held;
  private int holding;

  public BitsDown(Bytes bytes) {
    this.bytes = bytes;
    this.block = bytes.block(0, 0);
  }

  /**
   * The next {@code count} bits, at most 24, as a number.
   *
   * @throws Malformed {@code codec.damaged} where the bytes end
   */
  @Override
  public int bits(int count) {
    while (holding < count) {
      held = held << 8 | octet();
      holding += 8;
    }
    holding -= count;
    int value = held >>> holding & (1 << count) - 1;
    held &= (1 << holding) - 1;
    return value;
  }

  private int octet() {
    if (at == block.size()) {
      block = bytes.blockUpTo(next, STEP);
      next += block.size();
      at = 0;
      if (block.size() == 0) {
        throw new Malformed("codec.damaged", -1, "compressed data ends too early");
      }
    }
    return block.u8(at++);
  }
}
