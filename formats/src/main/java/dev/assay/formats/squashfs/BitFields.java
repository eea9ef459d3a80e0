package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import java.nio.ByteOrder;

/** Fields of bits as compilers lay them out: from the end that comes first in memory. */
record BitFields(Block block, ByteOrder order) {
  /** The field of {@code count} bits, at most 64, that {@code from} bits stand before. */
  long at(int from, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      int bit = from + i;
      int octet = block.u8(bit / 8);
      if (order == ByteOrder.LITTLE_ENDIAN) {
        value |= (long) (octet >> bit % 8 & 1) << i;
      } else {
        value = value << 1 | octet >> 7 - bit % 8 & 1;
      }
    }
    return value;
  }
}
