package dev.assay.formats.codec;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/**
 * The arithmetic decoder of Quantum: numbers of 16 bits, and the bits that two bounds have in
 * common are shifted out. Not for several threads.
 */
final class QuantumCoder {
  private static final int MASK = 0xFFFF;
  private static final int TOP = 0x8000;
  private static final int NEXT = 0x4000;

  private final Block data;
  private int at;
  private int low;
  private int high = MASK;
  private int code;

  QuantumCoder(Block data) {
    this.data = data;
    this.code = bits(16);
  }

  int symbol(QuantumModel model) {
    int range = high - low + 1;
    int entry = model.entryOf(((code - low + 1) * model.total() - 1) / range);
    int total = model.total();
    high = low + model.from(entry) * range / total - 1;
    low = low + model.behind(entry) * range / total;
    int symbol = model.symbol(entry);
    model.count(entry);
    shift();
    return symbol;
  }

  private void shift() {
    while (true) {
      if ((low & TOP) != (high & TOP)) {
        if ((low & NEXT) == 0 || (high & NEXT) != 0) {
          return;
        }
        // The bounds close in on the middle.
        code ^= NEXT;
        low &= NEXT - 1;
        high |= NEXT;
      }
      low = low << 1 & MASK;
      high = (high << 1 | 1) & MASK;
      code = (code << 1 | bits(1)) & MASK;
    }
  }

  /** Bits that are not coded, from the high one of each byte down. */
  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      if (at >> 3 > data.size() + 2) {
        throw new Malformed("codec.damaged", -1, "compressed data ends too early");
      }
      // The last symbols need bits that a writer may leave out.
      int octet = at >> 3 < data.size() ? data.u8(at >> 3) : 0;
      value = value << 1 | octet >> 7 - (at & 7) & 1;
    }
    return value;
  }
}
