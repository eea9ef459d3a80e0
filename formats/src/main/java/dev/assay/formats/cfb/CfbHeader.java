package dev.assay.formats.cfb;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * The header.
 *
 * @param sector bytes of a sector
 * @param large whether sizes have 64 bits
 * @param directory first sector of the directory
 * @param cutoff bytes from which on content has sectors of its own
 * @param pieces first sector of the table of pieces
 * @param raw the header as stored
 */
record CfbHeader(int sector, boolean large, int directory, long cutoff, int pieces, Block raw) {
  static final byte[] MAGIC = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  static final int SIZE = 512;
  static final int PIECE = 64;

  /** The one at the start, or empty where there is none. */
  static Optional<CfbHeader> of(Bytes content) {
    if (content.size() < SIZE || !content.has(0, MAGIC)) {
      return Optional.empty();
    }
    Block raw = content.block(0, SIZE);
    int version = raw.u16le(26);
    int shift = raw.u16le(30);
    boolean sound =
        raw.u16le(28) == 0xFFFE
            && raw.u16le(32) == 6
            && (version == 3 && shift == 9 || version == 4 && shift == 12);
    return sound
        ? Optional.of(
            new CfbHeader(
                1 << shift, version == 4, raw.i32le(48), raw.u32le(56), raw.i32le(60), raw))
        : Optional.empty();
  }

  /** Offset of a sector. */
  long at(int number) {
    return (number + 1L) * sector;
  }
}
