package dev.assay.formats.vhdx;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Guid;
import dev.assay.formats.Malformed;

/**
 * What an image tells of its disk.
 *
 * @param blockSize in bytes
 * @param hasParent whether blocks it lacks are in another image
 * @param size in bytes
 * @param sector in bytes
 */
record Metadata(long blockSize, boolean hasParent, long size, long sector) {
  private static final int ENTRIES = 32;
  private static final int ENTRY = 32;
  private static final int MOST = 2047;
  private static final int TABLE = 64 << 10;
  private static final String FILE = "caa16737-fa36-4d43-b3b6-33f0aa44e76b";
  private static final String SIZE = "2fa54224-cd1b-4876-b211-5dbed83bf4b8";
  private static final String SECTOR = "8141bf1d-a96f-4709-ba47-f233a8faab5f";
  private static final long LEAST_BLOCK = 1 << 20;
  private static final long MOST_BLOCK = 256 << 20;

  /**
   * @throws Malformed {@code vhdx.metadata} where it is missing or cannot be
   */
  static Metadata of(Bytes region) {
    if (!region.has(0, "metadata")) {
      throw new Malformed("vhdx.metadata", -1, "no table of metadata");
    }
    Block table = region.head(TABLE);
    Block file = item(region, table, FILE, 8);
    Metadata metadata =
        new Metadata(
            file.u32le(0),
            (file.i32le(4) & 2) != 0,
            item(region, table, SIZE, 8).i64le(0),
            item(region, table, SECTOR, 4).u32le(0));
    if (!metadata.canBe()) {
      throw new Malformed(
          "vhdx.metadata",
          -1,
          "blocks of "
              + metadata.blockSize
              + " bytes, sectors of "
              + metadata.sector
              + ", disk of "
              + metadata.size);
    }
    return metadata;
  }

  private boolean canBe() {
    boolean block =
        blockSize >= LEAST_BLOCK && blockSize <= MOST_BLOCK && Long.bitCount(blockSize) == 1;
    return block && (sector == 512 || sector == 4096) && size >= 0;
  }

  private static Block item(Bytes region, Block table, String guid, int length) {
    int count = Math.min(MOST, table.u16le(10));
    for (int at = ENTRIES; at < ENTRIES + count * ENTRY; at += ENTRY) {
      if (Guid.at(table, at).equals(guid)) {
        return region.block(table.u32le(at + Guid.SIZE), length);
      }
    }
    throw new Malformed("vhdx.metadata", -1, "no item " + guid);
  }

  /** Blocks between two entries for the bits of sectors. */
  long chunk() {
    return (1L << 23) * sector / blockSize;
  }
}
