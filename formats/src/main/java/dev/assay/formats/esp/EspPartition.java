package dev.assay.formats.esp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of the partition table.
 *
 * @param kind 0 program, 1 data
 * @param offset in flash
 * @param size in bytes
 */
record EspPartition(int kind, int subtype, long offset, long size, String name) {
  static final int TABLE = 0xC00;
  private static final int ENTRY = 32;
  private static final byte[] MAGIC = {(byte) 0xAA, 0x50};
  private static final byte[] DIGEST_MAGIC = {(byte) 0xEB, (byte) 0xEB};

  /** Those of the table at {@code at}; none where there is no table. */
  static List<EspPartition> table(Bytes flash, long at) {
    List<EspPartition> found = new ArrayList<>();
    for (long entry = at; entry < at + TABLE && flash.has(entry, MAGIC); entry += ENTRY) {
      if (flash.size() - entry < ENTRY) {
        break;
      }
      Block block = flash.block(entry, ENTRY);
      found.add(
          new EspPartition(
              block.u8(2), block.u8(3), block.u32le(4), block.u32le(8), block.cString(12, 16)));
    }
    return found;
  }

  static boolean isTable(Bytes flash, long at) {
    List<EspPartition> table = table(flash, at);
    return !table.isEmpty()
        && table.stream().allMatch(EspPartition::isPlausible)
        && endsTable(flash, at + (long) table.size() * ENTRY);
  }

  private static boolean endsTable(Bytes flash, long end) {
    return flash.has(end, DIGEST_MAGIC) || flash.has(end, (byte) 0xFF, (byte) 0xFF);
  }

  private boolean isPlausible() {
    return offset % 0x1000 == 0
        && offset > 0
        && size > 0
        && !name.isEmpty()
        && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  static List<Problem> digestProblems(Bytes flash, long at) {
    long end = at + (long) table(flash, at).size() * ENTRY;
    if (!flash.has(end, DIGEST_MAGIC) || flash.size() - end < ENTRY) {
      return List.of();
    }
    byte[] stored = flash.block(end + 16, 16).bytes(0, 16);
    return Sums.check(
        "esp.table-digest", end + 16, stored, Sums.digest("MD5", flash.slice(at, end - at)));
  }
}
