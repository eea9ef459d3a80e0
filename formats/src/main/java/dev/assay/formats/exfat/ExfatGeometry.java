package dev.assay.formats.exfat;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * What the boot sector says, in bytes.
 *
 * @param clusters number of them; the first is 2
 * @param rootCluster of the root directory
 */
record ExfatGeometry(
    long size, long fatAt, long dataAt, int clusterSize, long clusters, long rootCluster) {
  private static final int BOOT = 512;

  static Optional<ExfatGeometry> of(Bytes content) {
    if (!content.has(3, "EXFAT   ") || !content.has(510, (byte) 0x55, (byte) 0xAA)) {
      return Optional.empty();
    }
    Block boot = content.block(0, BOOT);
    int sectorBits = boot.u8(108);
    int clusterBits = sectorBits + boot.u8(109);
    long sectors = boot.i64le(72);
    long clusters = boot.u32le(92);
    boolean plausible =
        sectorBits >= 9
            && sectorBits <= 12
            && clusterBits <= 25
            && sectors > 0
            && sectors <= Long.MAX_VALUE >> sectorBits
            && boot.u32le(80) > 0
            && clusters > 0
            && clusters < Integer.MAX_VALUE
            && boot.u32le(88) > boot.u32le(80);
    return plausible
        ? Optional.of(
            new ExfatGeometry(
                sectors << sectorBits,
                boot.u32le(80) << sectorBits,
                boot.u32le(88) << sectorBits,
                1 << clusterBits,
                clusters,
                boot.u32le(96)))
        : Optional.empty();
  }

  boolean holds(long cluster) {
    return cluster >= 2 && cluster < clusters + 2;
  }

  /** Offset of a cluster. */
  long at(long cluster) {
    return dataAt + (cluster - 2) * clusterSize;
  }
}
