package dev.assay.formats.disk;

import dev.assay.formats.Bytes;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A partition inside an extended one.
 *
 * @param number from 5
 * @param tableAt offset of the table that names it
 * @param start in bytes from the start of the disk
 * @param length in bytes
 */
record LogicalPartition(int number, long tableAt, long start, long length) {
  private static final int FIRST = 5;
  private static final int MAX_TABLES = 256;

  /** Those of an extended partition, up to where its chain breaks, which is a problem. */
  static List<LogicalPartition> chain(Bytes disk, MbrEntry extended, Listing listing) {
    List<LogicalPartition> found = new ArrayList<>();
    try {
      follow(disk, extended, found);
    } catch (Malformed broken) {
      listing.problem(broken.problem());
    }
    return found;
  }

  private static void follow(Bytes disk, MbrEntry extended, List<LogicalPartition> found) {
    Set<Long> read = new HashSet<>();
    long at = extended.startBytes();
    while (true) {
      if (!read.add(at)) {
        throw new Malformed("mbr.cycle", at, "the chain of logical partitions runs in a circle");
      }
      if (read.size() > MAX_TABLES) {
        throw new Malformed("mbr.chain", at, "more than " + MAX_TABLES + " logical partitions");
      }
      if (!MbrEntry.isSigned(disk, at)) {
        throw new Malformed("mbr.chain", at, "no partition table where the chain leads to");
      }
      List<MbrEntry> table = MbrEntry.table(disk, at);
      MbrEntry logical = table.getFirst();
      if (logical.isUsed()) {
        found.add(
            new LogicalPartition(
                FIRST + found.size(), at, at + logical.startBytes(), logical.length()));
      }
      MbrEntry next = table.get(1);
      if (!next.isExtended()) {
        return;
      }
      if (next.start() >= extended.sectors()) {
        throw new Malformed("mbr.chain", at, "the chain leaves its extended partition");
      }
      at = extended.startBytes() + next.startBytes();
    }
  }
}
