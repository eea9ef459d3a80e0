package dev.assay.formats.disk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One of the two headers with the entries it leads to.
 *
 * @param at its offset in bytes
 * @param sector bytes in a sector
 * @param other LBA of the other header
 * @param entriesAt offset of the entries in bytes
 * @param entries all entries
 * @param entrySize bytes in one
 * @param headerSound whether its own CRC32 matches
 * @param entriesSound whether that of the entries matches
 */
record GptHeader(
    long at,
    int sector,
    long other,
    long entriesAt,
    Block entries,
    int entrySize,
    boolean headerSound,
    boolean entriesSound) {
  static final String MAGIC = "EFI PART";
  private static final int MIN_SIZE = 92;
  private static final int CRC_AT = 16;
  private static final int MIN_ENTRY = 128;
  private static final int MAX_ENTRY = 4096;
  private static final int MAX_ENTRIES = 1 << 20;

  /** The header at LBA {@code lba}, or empty where none can be read there. */
  static Optional<GptHeader> at(Bytes disk, int sector, long lba) {
    try {
      return disk.has(lba * sector, MAGIC)
          ? Optional.of(read(disk, sector, lba))
          : Optional.empty();
    } catch (Malformed unreadable) {
      return Optional.empty();
    }
  }

  private static GptHeader read(Bytes disk, int sector, long lba) {
    long at = lba * sector;
    Block fields = disk.block(at, MIN_SIZE);
    long size = fields.u32le(12);
    long count = fields.u32le(80);
    long entrySize = fields.u32le(84);
    long entriesLba = fields.i64le(72);
    boolean fits =
        size >= MIN_SIZE
            && size <= sector
            && entrySize >= MIN_ENTRY
            && entrySize <= MAX_ENTRY
            && count > 0
            && count <= MAX_ENTRIES / entrySize
            && entriesLba > 0
            && entriesLba < disk.size() / sector;
    if (!fits) {
      throw new Malformed("gpt.header", at, "sizes in the header do not fit the disk");
    }
    byte[] header = disk.block(at, (int) size).bytes(0, (int) size);
    Arrays.fill(header, CRC_AT, CRC_AT + 4, (byte) 0);
    Block entries = disk.block(entriesLba * sector, (int) (count * entrySize));
    return new GptHeader(
        at,
        sector,
        fields.i64le(32),
        entriesLba * sector,
        entries,
        (int) entrySize,
        crc(header, 0, header.length) == fields.u32le(CRC_AT) && fields.i64le(24) == lba,
        crc(entries.array(), entries.arrayOffset(), entries.size()) == fields.u32le(88));
  }

  private static long crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return crc.getValue();
  }

  boolean isSound() {
    return headerSound && entriesSound;
  }
}
