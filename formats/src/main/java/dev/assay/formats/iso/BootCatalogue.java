package dev.assay.formats.iso;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists the boot images that are no files. */
final class BootCatalogue {
  private static final int ENTRY = 32;
  private static final int BOOTABLE = 0x88;
  private static final int LOADED = 512;
  private static final List<Integer> FLOPPIES = List.of(0, 1200 << 10, 1440 << 10, 2880 << 10);

  private BootCatalogue() {}

  /**
   * @param at offset of the catalogue
   * @param end of the disc, in bytes
   */
  static void list(Bytes disc, long at, Extents extents, long end, Listing listing) {
    if (at > disc.size() - Volumes.SECTOR || !isValid(disc.block(at, ENTRY))) {
      listing.problem(new Problem("iso.boot", at, "no valid boot catalogue; boot images unknown"));
      return;
    }
    Block catalogue = disc.block(at, Volumes.SECTOR);
    Set<Long> listed = new HashSet<>();
    for (int here = ENTRY; here < Volumes.SECTOR; here += ENTRY) {
      int indicator = catalogue.u8(here);
      if (indicator == BOOTABLE) {
        long start = catalogue.u32le(here + 8) * Volumes.SECTOR;
        if (!extents.startsAt(start) && listed.add(start)) {
          long wanted = size(catalogue.slice(here, ENTRY), extents.next(start, end) - start);
          image(disc, start, wanted, listed.size(), listing);
        }
      } else if (indicator == 0 && here > ENTRY) {
        return;
      }
    }
  }

  private static void image(Bytes disc, long start, long wanted, int number, Listing listing) {
    long there = Math.clamp(disc.size() - start, 0, wanted);
    Bytes bytes = disc.slice(Math.min(start, disc.size()), there);
    Entry entry = Entry.part("[boot-" + number + "]", Content.of(bytes));
    if (there < wanted) {
      String message = "boot image of " + wanted + " bytes; " + there + " are on the disc";
      entry = entry.withProblems(List.of(new Problem("iso.boot", start, message)));
    }
    listing.add(entry);
  }

  /**
   * What is loaded may be the start only: an image that is not a floppy's goes up to the next file.
   */
  private static long size(Block entry, long upToNext) {
    int medium = entry.u8(1) & 0x0F;
    if (medium > 0 && medium < FLOPPIES.size()) {
      return FLOPPIES.get(medium);
    }
    return Math.max(upToNext, (long) entry.u16le(6) * LOADED);
  }

  private static boolean isValid(Block entry) {
    int sum = 0;
    for (int i = 0; i < ENTRY; i += 2) {
      sum += entry.u16le(i);
    }
    return entry.u8(0) == 1 && entry.u8(30) == 0x55 && entry.u8(31) == 0xAA && (sum & 0xFFFF) == 0;
  }
}
