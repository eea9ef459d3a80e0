package dev.assay.compare.normal;

import dev.assay.formats.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Times in extra fields of zip: extended timestamps of Info-ZIP, and those of NTFS (APPNOTE.TXT
 * §4.5.5).
 */
final class ZipTimes {
  private static final int EXTENDED = 0x5455;
  private static final int NTFS = 0x000A;
  private static final List<String> NAMES = List.of("modified", "accessed", "created");

  /** From 1601 to 1970, in s. */
  private static final long NTFS_EPOCH = 11_644_473_600L;

  private ZipTimes() {}

  /**
   * @param size with the head of the field
   */
  static boolean isAny(int id, int size) {
    return id == EXTENDED && size <= 4 + 13 || id == NTFS && size == 4 + 32;
  }

  /** The times in one list of extra fields; empty where there are none. */
  static String told(Block extra) {
    List<String> told = new ArrayList<>();
    int at = 0;
    while (at + 4 <= extra.size()) {
      int size = Math.min(4 + extra.u16le(at + 2), extra.size() - at);
      if (isAny(extra.u16le(at), size)) {
        Block field = extra.slice(at + 4, size - 4);
        told.addAll(extra.u16le(at) == NTFS ? ntfs(field) : extended(field));
      }
      at += size;
    }
    return String.join(", ", told);
  }

  /** Flags tell which of the times are there. */
  private static List<String> extended(Block field) {
    List<String> told = new ArrayList<>();
    int at = 1;
    for (int i = 0; i < NAMES.size(); i++) {
      if (field.size() >= at + 4 && (field.u8(0) & 1 << i) != 0) {
        told.add(NAMES.get(i) + " " + Prints.time(field.i32le(at)));
        at += 4;
      }
    }
    return told;
  }

  /** Behind the head of their attribute, in units of 100 ns since 1601. */
  private static List<String> ntfs(Block field) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      long ticks = field.u32le(8 + 8 * i) | field.u32le(12 + 8 * i) << 32;
      told.add(NAMES.get(i) + " " + Prints.time(Math.floorDiv(ticks, 10_000_000) - NTFS_EPOCH));
    }
    return told;
  }
}
