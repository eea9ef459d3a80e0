package dev.assay.formats.sevenzip;

import dev.assay.formats.Block;

/**
 * One step of decompression.
 *
 * @param method as {@link Method} knows it
 * @param inputs packed streams that it takes
 * @param outputs streams that it gives
 */
record Coder(long method, int inputs, int outputs, Block properties) {
  private static final int MOST_STREAMS = 32;
  private static final int LONGEST_ID = 8;

  static Coder read(HeaderFields fields) {
    int flags = fields.u8();
    int length = flags & 0x0F;
    if (length > LONGEST_ID || (flags & 0xC0) != 0) {
      throw fields.damaged("a method of " + length + " bytes, flags " + flags);
    }
    long method = 0;
    for (int i = 0; i < length; i++) {
      method = method << 8 | fields.u8();
    }
    int inputs = 1;
    int outputs = 1;
    if ((flags & 0x10) != 0) {
      inputs = fields.count("packed streams");
      outputs = fields.count("streams");
      if (inputs == 0 || inputs > MOST_STREAMS || outputs != 1) {
        throw fields.damaged("a coder of " + inputs + " streams in and " + outputs + " out");
      }
    }
    Block properties = fields.block((flags & 0x20) != 0 ? fields.count("properties") : 0);
    return new Coder(method, inputs, outputs, properties);
  }

  /** Bytes of the dictionary, or of the model, that it wants, 0 where it has none. */
  long dictionary() {
    if ((method == Method.LZMA || method == Method.PPMD) && properties.size() >= 5) {
      return properties.u32le(1);
    }
    if (method == Method.LZMA2 && properties.size() >= 1) {
      int bits = properties.u8(0);
      return bits >= 40 ? 0xFFFF_FFFFL : (2L | bits & 1) << bits / 2 + 11;
    }
    return 0;
  }
}
