package dev.assay.formats.parts;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Window;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** What of a disk is in no part of it. */
public final class Gaps {
  private static final int ALIGNMENT = 512;

  private Gaps() {}

  /**
   * Lists what is between the parts and not zero.
   *
   * @param parts ends by starts, in bytes; none overlaps another
   * @param name first word of the entries' names, the offset follows
   */
  public static void list(Bytes disk, SortedMap<Long, Long> parts, String name, Listing listing) {
    Window window = new Window(disk);
    long from = 0;
    for (Map.Entry<Long, Long> part : parts.entrySet()) {
      list(window, disk, from, Math.min(part.getKey(), disk.size()), name, listing);
      from = Math.max(from, part.getValue());
    }
    list(window, disk, from, disk.size(), name, listing);
  }

  private static void list(
      Window window, Bytes disk, long from, long end, String name, Listing listing) {
    if (from >= end) {
      return;
    }
    long used = window.skip(from, end, 0);
    if (used < end) {
      long start = Math.max(from, used / ALIGNMENT * ALIGNMENT);
      String unique = String.format(Locale.ROOT, "%s-0x%x", name, start);
      listing.add(Entry.part(unique, Content.of(disk.slice(start, end - start))));
    }
  }
}
