package dev.assay.formats.disk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One entry of a partition table.
 *
 * @param status 0x80 active, 0 not; anything else is no entry
 * @param start first sector, relative to what the table's place demands
 * @param sectors of 512 bytes
 */
record MbrEntry(int status, int type, long start, long sectors) {
  static final int SECTOR = 512;
  static final int ENTRIES_AT = 446;
  static final int PROTECTIVE = 0xEE;
  private static final int SIZE = 16;
  private static final int COUNT = 4;
  private static final int ACTIVE = 0x80;
  private static final Set<Integer> EXTENDED = Set.of(0x05, 0x0F, 0x85);

  /** The four entries of the table in the sector at {@code at}. */
  static List<MbrEntry> table(Bytes disk, long at) {
    Block sector = disk.block(at, SECTOR);
    List<MbrEntry> entries = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      int here = ENTRIES_AT + SIZE * i;
      entries.add(
          new MbrEntry(
              sector.u8(here),
              sector.u8(here + 4),
              sector.u32le(here + 8),
              sector.u32le(here + 12)));
    }
    return entries;
  }

  static boolean isSigned(Bytes disk, long at) {
    return disk.has(at + SECTOR - 2, (byte) 0x55, (byte) 0xAA);
  }

  boolean isUsed() {
    return type != 0;
  }

  boolean isExtended() {
    return EXTENDED.contains(type);
  }

  /** Whether it is what a partitioning tool writes; boot code and text in its place are not. */
  boolean isPlausible() {
    return (status == 0 || status == ACTIVE)
        && (isUsed() ? start > 0 && sectors > 0 : start == 0 && sectors == 0);
  }

  /** In bytes. */
  long startBytes() {
    return start * SECTOR;
  }

  /** In bytes. */
  long length() {
    return sectors * SECTOR;
  }
}
