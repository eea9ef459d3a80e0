package dev.assay.formats.exfat;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;

/**
 * The entries that describe one file.
 *
 * @param contiguous whether its clusters stand one behind the other and not in the FAT
 * @param written bytes of content that were written
 * @param size of the content in bytes
 * @param sound whether the checksum matches
 */
record EntrySet(
    String name,
    boolean directory,
    long firstCluster,
    boolean contiguous,
    long written,
    long size,
    boolean sound) {
  static final int ENTRY = 32;
  static final int FILE = 0x85;
  private static final int STREAM = 0xC0;
  private static final int NAME = 0xC1;
  private static final int UNITS = 15;
  private static final String FORBIDDEN = "\"*/:<>?\\|";

  /**
   * @param entries of the file, all of them
   * @param at offset for problems
   */
  static EntrySet of(Block entries, long at) {
    if (entries.size() < 3 * ENTRY || entries.u8(ENTRY) != STREAM) {
      throw new Malformed("exfat.entries", at, "a file without stream or name");
    }
    int units = entries.u8(ENTRY + 3);
    byte[] name = new byte[2 * units];
    int done = 0;
    for (int i = 2 * ENTRY; i < entries.size() && done < name.length; i += ENTRY) {
      if (entries.u8(i) == NAME) {
        int part = Math.min(2 * UNITS, name.length - done);
        System.arraycopy(entries.bytes(i + 2, part), 0, name, done, part);
        done += part;
      }
    }
    return new EntrySet(
        new String(name, 0, done, StandardCharsets.UTF_16LE),
        (entries.u16le(4) & 0x10) != 0,
        entries.u32le(ENTRY + 20),
        (entries.u8(ENTRY + 1) & 0x02) != 0,
        entries.i64le(ENTRY + 8),
        entries.i64le(ENTRY + 24),
        checksum(entries) == entries.u16le(2));
  }

  /** Whether the name has a character, and none that a name may not have (§7.7.3). */
  boolean isNamed() {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= ' ' && FORBIDDEN.indexOf(c) < 0);
  }

  private static int checksum(Block entries) {
    int sum = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (i != 2 && i != 3) {
        sum = (sum << 15 | sum >> 1) + entries.u8(i) & 0xFFFF;
      }
    }
    return sum;
  }
}
