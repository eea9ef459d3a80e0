package dev.assay.formats.disk;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import java.util.List;

/**
 * Reads disks with an MBR: the partitions are its members. The signature alone is not enough, every
 * boot sector has it: the entries must be used as tools use them, begin on the disk and not
 * overlap.
 */
public final class Mbr implements Container {
  @Override
  public String type() {
    return "application/vnd.assay.disk-mbr";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!MbrEntry.isSigned(content, 0)) {
      return false;
    }
    List<MbrEntry> entries = MbrEntry.table(content, 0);
    return entries.stream().allMatch(MbrEntry::isPlausible)
        && entries.stream().anyMatch(entry -> fits(entry, content))
        && entries.stream().allMatch(entry -> entry.startBytes() < content.size())
        && areApart(entries.stream().filter(MbrEntry::isUsed).toList());
  }

  private static boolean fits(MbrEntry entry, Bytes content) {
    return entry.isUsed() && entry.length() <= content.size() - entry.startBytes();
  }

  private static boolean areApart(List<MbrEntry> used) {
    for (int i = 0; i < used.size(); i++) {
      for (MbrEntry other : used.subList(i + 1, used.size())) {
        MbrEntry one = used.get(i);
        if (one.start() < other.start() + other.sectors()
            && other.start() < one.start() + one.sectors()) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Partitions partitions = new Partitions(content, "mbr", listing);
    partitions.reserve(0, MbrEntry.SECTOR);
    int number = 0;
    for (MbrEntry entry : MbrEntry.table(content, 0)) {
      number++;
      if (entry.isExtended()) {
        for (LogicalPartition logical : LogicalPartition.chain(content, entry, listing)) {
          partitions.reserve(logical.tableAt(), MbrEntry.SECTOR);
          partitions.add("", logical.number(), logical.start(), logical.length());
        }
      } else if (entry.isUsed()) {
        partitions.add("", number, entry.startBytes(), entry.length());
      }
    }
    partitions.finish();
  }
}
