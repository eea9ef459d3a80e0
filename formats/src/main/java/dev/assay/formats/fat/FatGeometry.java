package dev.assay.formats.fat;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * What the boot sector says, in bytes.
 *
 * @param width bits of an entry of the FAT: 12, 16 or 32
 * @param clusters number of them; the first is 2
 * @param rootCluster of FAT32, else 0
 */
record FatGeometry(
    int width,
    long fatAt,
    long rootAt,
    int rootSize,
    long dataAt,
    int clusterSize,
    int clusters,
    long rootCluster,
    long size) {
  private static final int ENTRY = 32;

  /** The geometry, or empty where the boot sector does not hold together. */
  static Optional<FatGeometry> of(Bytes content) {
    if (content.size() < 1024 || !content.has(510, (byte) 0x55, (byte) 0xAA)) {
      return Optional.empty();
    }
    Block boot = content.block(0, 512);
    boolean jumps = boot.u8(0) == 0xEB && boot.u8(2) == 0x90 || boot.u8(0) == 0xE9;
    int sector = boot.u16le(11);
    int perCluster = boot.u8(13);
    int before = boot.u16le(14);
    int fats = boot.u8(16);
    int medium = boot.u8(21);
    boolean plausible =
        jumps
            && sector >= 512
            && sector <= 4096
            && Integer.bitCount(sector) == 1
            && Integer.bitCount(perCluster) == 1
            && before > 0
            && (fats == 1 || fats == 2)
            && (medium == 0xF0 || medium >= 0xF8)
            && content.has((long) before * sector, (byte) medium, (byte) 0xFF);
    return plausible ? of(boot, sector, perCluster, before, fats) : Optional.empty();
  }

  private static Optional<FatGeometry> of(
      Block boot, int sector, int perCluster, int before, int fats) {
    long fatSectors = boot.u16le(22) != 0 ? boot.u16le(22) : boot.u32le(36);
    long sectors = boot.u16le(19) != 0 ? boot.u16le(19) : boot.u32le(32);
    long rootAt = before + fats * fatSectors;
    int rootSize = boot.u16le(17) * ENTRY;
    long dataAt = rootAt + (rootSize + sector - 1) / sector;
    long clusters = (sectors - dataAt) / perCluster;
    if (fatSectors == 0 || sectors <= dataAt || clusters < 1 || clusters > 0x0FFF_FFF4) {
      return Optional.empty();
    }
    // Small disks may be FAT32 as well, which systems tell by the size of the FAT.
    boolean wide = boot.u16le(22) == 0 || clusters >= 65_525;
    int width = wide ? 32 : clusters < 4085 ? 12 : 16;
    boolean fits =
        (clusters + 2) * width <= fatSectors * sector * 8 && (width == 32) == (rootSize == 0);
    return fits
        ? Optional.of(
            new FatGeometry(
                width,
                (long) before * sector,
                rootAt * sector,
                rootSize,
                dataAt * sector,
                sector * perCluster,
                (int) clusters,
                width == 32 ? boot.u32le(44) : 0,
                sectors * sector))
        : Optional.empty();
  }

  boolean holds(long cluster) {
    return cluster >= 2 && cluster < clusters + 2L;
  }

  /** Offset of a cluster. */
  long at(long cluster) {
    return dataAt + (cluster - 2) * clusterSize;
  }
}
