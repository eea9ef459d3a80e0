package dev.assay.formats.disk;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Gaps;
import dev.assay.model.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists partitions as slices of the disk. No byte is listed twice, so that a table of many entries
 * for the same sectors costs nothing.
 */
final class Partitions {
  private final Bytes disk;
  private final String format;
  private final Listing listing;
  private final TreeMap<Long, Long> taken = new TreeMap<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @param format first word of the problems' codes
   */
  Partitions(Bytes disk, String format, Listing listing) {
    this.disk = disk;
    this.format = format;
    this.listing = listing;
  }

  /** Bytes that describe the disk and are nobody's content. */
  void reserve(long start, long length) {
    if (!overlaps(start, start + length)) {
      taken.put(start, start + length);
    }
  }

  /**
   * Lists a partition.
   *
   * @param name or empty where it has none
   * @param number of its entry, from 1
   * @param start in bytes
   * @param length in bytes
   */
  void add(String name, int number, long start, long length) {
    if (start < 0 || length <= 0 || start >= disk.size()) {
      problem("range", start, "partition " + number + " is not on the disk; left out");
      return;
    }
    long there = Math.min(length, disk.size() - start);
    if (overlaps(start, start + there)) {
      problem("overlap", start, "partition " + number + " overlaps another; left out");
      return;
    }
    taken.put(start, start + there);
    String unique = name.isEmpty() ? "partition-" + number : name;
    while (!names.add(unique)) {
      unique += "-" + number;
    }
    Entry entry = Entry.part(unique, Content.of(disk.slice(start, there)));
    if (there < length) {
      String found = "partition of " + length + " bytes announced, " + there + " are there";
      entry = entry.withProblems(List.of(new Problem(format + ".truncated", start, found)));
    }
    listing.add(entry);
  }

  private boolean overlaps(long start, long end) {
    Map.Entry<Long, Long> before = taken.lowerEntry(end);
    return before != null && before.getValue() > start;
  }

  private void problem(String code, long at, String message) {
    listing.problem(new Problem(format + "." + code, at, message));
  }

  /** Lists what is between the partitions and not zero. */
  void finish() {
    Gaps.list(disk, taken, "unpartitioned", listing);
  }
}
