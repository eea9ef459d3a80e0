package dev.assay.formats.ubi;

import dev.assay.formats.Block;
import java.util.Optional;

/** Which block of which volume a physical erase block holds. */
record VolumeHeader(
    boolean isStatic,
    boolean isCopy,
    long volume,
    long block,
    long dataSize,
    long usedBlocks,
    long dataPad,
    int dataCrc,
    long sequence) {
  static final byte[] MAGIC = {'U', 'B', 'I', '!'};
  static final int SIZE = 64;

  /** Volumes from here on are UBI's own. */
  static final long INTERNAL = 0x7FFF_EFFFL;

  static Optional<VolumeHeader> of(Block header) {
    if (!header.slice(0, 4).equalTo(MAGIC)
        || header.u8(4) != 1
        || UbiCrc.of(header, 60) != header.i32be(60)) {
      return Optional.empty();
    }
    return Optional.of(
        new VolumeHeader(
            header.u8(5) == 2,
            header.u8(6) == 1,
            header.u32be(8),
            header.u32be(12),
            header.u32be(20),
            header.u32be(24),
            header.u32be(28),
            header.i32be(32),
            header.i64be(40)));
  }
}
