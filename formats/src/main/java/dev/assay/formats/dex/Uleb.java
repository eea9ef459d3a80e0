package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/** Reads LEB128 numbers one after another. */
final class Uleb {
  private final Block data;
  private int at;

  Uleb(Block data, int at) {
    this.data = data;
    this.at = at;
  }

  int at() {
    return at;
  }

  int next() {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int part = data.u8(at++);
      value |= (part & 0x7F) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw new Malformed("dex.leb128", at, "expected at most 5 bytes of LEB128; found more");
  }

  /** The signed variant. */
  int signed() {
    int start = at;
    int value = next();
    int bits = 7 * (at - start);
    return bits < 32 ? value << 32 - bits >> 32 - bits : value;
  }

  /** One plain byte. */
  int octet() {
    return data.u8(at++);
  }
}
