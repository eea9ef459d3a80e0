package dev.assay.formats.vmdk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * The header of an extent, in bytes.
 *
 * @param size of the disk
 * @param grainSize decompressed
 * @param tableEntries of a grain table
 * @param directoryAt offset of the grain directory
 */
record VmdkHeader(
    long flags,
    long size,
    int grainSize,
    long descriptorAt,
    long descriptorSize,
    int tableEntries,
    long directoryAt) {
  static final int SECTOR = 512;
  private static final int FOOTER = 1024;
  private static final long MAX_SECTORS = Long.MAX_VALUE / SECTOR;
  private static final int MAX_GRAIN = 1 << 14;
  private static final int MAX_ENTRIES = 1 << 16;

  static Optional<VmdkHeader> of(Bytes image) {
    Optional<VmdkHeader> header = at(image, 0);
    return header.isPresent() && header.get().directoryAt() < 0
        ? at(image, image.size() - FOOTER)
            .filter(footer -> footer.directoryAt() >= 0)
            .or(() -> header)
        : header;
  }

  private static Optional<VmdkHeader> at(Bytes image, long at) {
    if (!image.has(at, "KDMV") || image.size() - at < SECTOR) {
      return Optional.empty();
    }
    Block block = image.block(at, SECTOR);
    long grain = block.i64le(20);
    long capacity = block.i64le(12);
    long entries = block.u32le(44);
    long directory = block.i64le(56);
    boolean plausible =
        block.u32le(4) >= 1
            && block.u32le(4) <= 3
            && capacity >= 0
            && capacity < MAX_SECTORS
            && grain > 0
            && grain <= MAX_GRAIN
            && entries > 0
            && entries <= MAX_ENTRIES
            && directory < MAX_SECTORS;
    return plausible
        ? Optional.of(
            new VmdkHeader(
                block.u32le(8),
                capacity * SECTOR,
                (int) grain * SECTOR,
                block.i64le(28) * SECTOR,
                block.i64le(36) * SECTOR,
                (int) entries,
                directory < 0 ? -1 : directory * SECTOR))
        : Optional.empty();
  }

  boolean isCompressed() {
    return (flags & 1 << 16) != 0;
  }
}
