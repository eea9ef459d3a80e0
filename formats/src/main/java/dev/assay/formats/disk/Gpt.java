package dev.assay.formats.disk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads disks with a GPT: the partitions are its members. A damaged table gives way to its copy.
 */
public final class Gpt implements Container, Carvable {
  private static final int[] SECTORS = {512, 4096};
  private static final long PRIMARY_ENTRIES = 2;
  private static final int NAME_AT = 56;
  private static final int NAME_UNITS = 36;

  @Override
  public String type() {
    return "application/vnd.assay.disk-gpt";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (primary(content).isPresent()) {
      return true;
    }
    return MbrEntry.isSigned(content, 0)
        && MbrEntry.table(content, 0).stream()
            .anyMatch(entry -> entry.isPlausible() && entry.type() == MbrEntry.PROTECTIVE)
        && inLastSector(content).isPresent();
  }

  private static Optional<GptHeader> primary(Bytes content) {
    for (int sector : SECTORS) {
      Optional<GptHeader> found = GptHeader.at(content, sector, 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * The sound copy that the primary header leads to; without one, that of the last sector, where it
   * belongs (UEFI specification, 5.3.1) unless the disk grew when it was written to a larger one.
   */
  private static Optional<GptHeader> backup(Bytes content, Optional<GptHeader> primary) {
    return primary
        .filter(header -> header.headerSound() && header.other() > 1)
        .flatMap(header -> GptHeader.at(content, header.sector(), header.other()))
        .filter(GptHeader::isSound)
        .or(() -> inLastSector(content));
  }

  private static Optional<GptHeader> inLastSector(Bytes content) {
    for (int sector : SECTORS) {
      Optional<GptHeader> found =
          GptHeader.at(content, sector, content.size() / sector - 1).filter(GptHeader::isSound);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Optional<GptHeader> primary = primary(content);
    Optional<GptHeader> backup = backup(content, primary);
    GptHeader read =
        primary
            .filter(GptHeader::isSound)
            .or(() -> backup)
            .or(() -> primary)
            .orElseThrow(() -> new Malformed("gpt.header", 512, "no header can be read"));
    tellDamage(primary, backup, listing);
    Partitions partitions = new Partitions(content, "gpt", listing);
    partitions.reserve(0, MbrEntry.SECTOR);
    // Where the primary is unreadable it still occupies its sector, and its entries theirs.
    partitions.reserve(read.sector(), read.sector());
    if (primary.isEmpty() && isAt(content, PRIMARY_ENTRIES * read.sector(), read.entries())) {
      partitions.reserve(PRIMARY_ENTRIES * read.sector(), read.entries().size());
    }
    primary.ifPresent(header -> reserve(header, partitions));
    backup.ifPresent(header -> reserve(header, partitions));
    list(read, partitions);
    partitions.finish();
  }

  private static boolean isAt(Bytes disk, long at, Block expected) {
    return disk.has(at, expected.bytes(0, expected.size()));
  }

  private static void tellDamage(
      Optional<GptHeader> primary, Optional<GptHeader> backup, Listing listing) {
    String instead = backup.isPresent() ? "the backup is read" : "read anyway, there is no backup";
    if (primary.isEmpty()) {
      listing.problem(new Problem("gpt.header", -1, "no primary header; " + instead));
    } else if (!primary.get().headerSound()) {
      long at = primary.get().at();
      listing.problem(new Problem("gpt.header-crc", at, "header does not match; " + instead));
    } else if (!primary.get().entriesSound()) {
      long at = primary.get().entriesAt();
      listing.problem(new Problem("gpt.entries-crc", at, "entries do not match; " + instead));
    } else if (backup.isEmpty()) {
      listing.problem(
          new Problem("gpt.backup", -1, "no sound backup header where it belongs; not needed"));
    }
  }

  private static void reserve(GptHeader header, Partitions partitions) {
    partitions.reserve(header.at(), header.sector());
    partitions.reserve(header.entriesAt(), header.entries().size());
  }

  private static void list(GptHeader header, Partitions partitions) {
    Block entries = header.entries();
    for (int i = 0; i < entries.size() / header.entrySize(); i++) {
      Block entry = entries.slice(i * header.entrySize(), header.entrySize());
      if (entry.i64le(0) == 0 && entry.i64le(8) == 0) {
        continue;
      }
      long first = entry.i64le(32);
      long last = entry.i64le(40);
      long most = Long.MAX_VALUE / header.sector() - 1;
      boolean counts = first > 0 && last >= first && last < most;
      long start = counts ? first * header.sector() : -1;
      long length = counts ? (last - first + 1) * header.sector() : 0;
      partitions.add(name(entry), i + 1, start, length);
    }
  }

  /** A name is one component of a path. */
  private static String name(Block entry) {
    int units = 0;
    while (units < NAME_UNITS && entry.u16le(NAME_AT + 2 * units) != 0) {
      units++;
    }
    byte[] name = entry.bytes(NAME_AT, 2 * units);
    return new String(name, StandardCharsets.UTF_16LE).replace('/', '_');
  }

  @Override
  public List<byte[]> magics() {
    return List.of(GptHeader.MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int magicOffset() {
    return MbrEntry.SECTOR;
  }

  /** To the backup header; only where both checksums match. */
  @Override
  public OptionalLong extent(Bytes here) {
    Optional<GptHeader> header = GptHeader.at(here, MbrEntry.SECTOR, 1).filter(GptHeader::isSound);
    if (header.isEmpty() || !MbrEntry.isSigned(here, 0)) {
      return OptionalLong.empty();
    }
    long last = header.get().other();
    return last > 1 && last < here.size() / MbrEntry.SECTOR
        ? OptionalLong.of((last + 1) * MbrEntry.SECTOR)
        : OptionalLong.empty();
  }
}
