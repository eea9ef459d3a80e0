package dev.assay.formats.stm32;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * The header.
 *
 * @param size bytes of it
 * @param checksum sum of the program's bytes
 * @param length bytes of the program
 * @param signed whether the boot ROM is to hold the program against a signature
 * @param fields all bytes of the header
 */
record Stm32Header(int size, long checksum, long length, boolean signed, Block fields) {
  static final byte[] MAGIC = {'S', 'T', 'M', '2'};
  static final int SIGNATURE_AT = 4;
  static final int SIGNED_FROM = 72;
  static final int CURVE_AT = 104;
  static final int KEY_AT = 108;
  private static final int VERSION_1 = 256;
  private static final int VERSION_2 = 512;
  private static final int MAJOR_AT = 74;
  static final int FLAGS_AT = 100;

  static Optional<Stm32Header> of(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() <= VERSION_1) {
      return Optional.empty();
    }
    int version = content.block(MAJOR_AT, 1).u8(0);
    int size = version == 1 ? VERSION_1 : VERSION_2;
    if (version < 1 || version > 2 || content.size() <= size) {
      return Optional.empty();
    }
    Block fields = content.block(0, size);
    long length = fields.u32le(76);
    boolean flag = (fields.i32le(FLAGS_AT) & 1) != 0;
    boolean spareIsZero =
        isZero(fields, 72, 73)
            && isZero(fields, 75, 76)
            && isZero(fields, 84, 88)
            && isZero(fields, 92, 96)
            && (version == 1 ? isZero(fields, 172, 255) : isZero(fields, 112, 128));
    return length > 0 && spareIsZero
        ? Optional.of(
            new Stm32Header(size, fields.u32le(68), length, flag == (version == 2), fields))
        : Optional.empty();
  }

  private static boolean isZero(Block fields, int from, int to) {
    for (int at = from; at < to; at++) {
      if (fields.u8(at) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the key stands in the header itself and is one on P-256. */
  boolean hasKeyOnP256() {
    return size == VERSION_1 && fields.i32le(CURVE_AT) == 1;
  }

  /** Offset behind the program. */
  long end() {
    return size + length;
  }
}
