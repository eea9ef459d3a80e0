package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.fat.FatRemains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * FAT: without times, the volume's id, and where files lie. Fields of the boot sector, entries of
 * directories, and what is in no file are kept; members are compared on their own.
 */
final class FatNormal implements Normaliser {
  private static final int SECTOR = 512;
  private static final int DIRECTORY = 0x10;
  private static final int MOST_TIMES = 10_000;

  private record Field(String name, int at, int size) {}

  private static final List<Field> SHARED =
      List.of(
          new Field("jump", 0, 3),
          new Field("OEM name", 3, 8),
          new Field("bytes a sector", 11, 2),
          new Field("sectors a cluster", 13, 1),
          new Field("reserved sectors", 14, 2),
          new Field("number of FATs", 16, 1),
          new Field("entries of the root", 17, 2),
          new Field("sectors", 19, 2),
          new Field("medium", 21, 1),
          new Field("sectors a FAT", 22, 2),
          new Field("sectors a track and heads", 24, 4),
          new Field("hidden sectors", 28, 4),
          new Field("sectors, large", 32, 4));

  private static final List<Field> WIDE =
      List.of(
          new Field("sectors a FAT, large", 36, 4),
          new Field("flags and version", 40, 4),
          new Field("information and backup sectors", 48, 4));

  private record Entry(String path, byte[] kept, byte[] times) {}

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.assay.fat");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block boot = content.block(0, SECTOR);
    boolean wide = boot.u16le(17) == 0;
    int extended = wide ? 64 : 36;
    List<Kept> kept = new ArrayList<>();
    byte[] rest = boot.bytes(0, SECTOR);
    SHARED.forEach(field -> take(field, boot, rest, kept));
    if (wide) {
      WIDE.forEach(field -> take(field, boot, rest, kept));
      Arrays.fill(rest, 44, 48, (byte) 0);
    }
    take(new Field("drive and flags", extended, 3), boot, rest, kept);
    take(new Field("label in the boot sector", extended + 7, 11), boot, rest, kept);
    take(new Field("type", extended + 18, 8), boot, rest, kept);
    String id = "0x%08x".formatted(boot.i32le(extended + 3));
    Arrays.fill(rest, extended + 3, extended + 7, (byte) 0);
    kept.add(new Kept("fat boot program", rest));
    reserved(content, boot, extended, kept);
    List<Entry> entries = remains(content, wide, kept);
    return new Normal(kept, traits(content, id, entries));
  }

  private static void take(Field field, Block boot, byte[] rest, List<Kept> into) {
    into.add(new Kept("fat " + field.name, boot.bytes(field.at, field.size)));
    Arrays.fill(rest, field.at, field.at + field.size, (byte) 0);
  }

  /** A backup of the boot sector has the same id. */
  private static void reserved(Bytes content, Block boot, int extended, List<Kept> into) {
    long sector = boot.u16le(11);
    Bytes first = content.slice(0, SECTOR);
    for (long at = sector; at < boot.u16le(14) * sector; at += sector) {
      Bytes each = content.slice(at, sector);
      byte[] bytes = each.toArray((int) sector);
      boolean backup = Arrays.equals(Arrays.copyOf(bytes, SECTOR), first.toArray(SECTOR));
      if (backup) {
        Arrays.fill(bytes, extended + 3, extended + 7, (byte) 0);
      }
      if (Kept.isSaid(each)) {
        into.add(new Kept("fat reserved sector " + at / sector, bytes));
      }
    }
    if (sector > SECTOR) {
      into.add(Kept.of("fat behind the boot sector", content.slice(SECTOR, sector - SECTOR)));
    }
  }

  private static List<Entry> remains(Bytes content, boolean wide, List<Kept> into) {
    List<Entry> entries = new ArrayList<>();
    Gathered hidden = new Gathered();
    FatRemains.of(
        content,
        new FatRemains.Taker() {
          @Override
          public void entry(String path, Block entry, List<Block> longName) {
            entries.add(FatNormal.entry(path, entry, longName, wide));
          }

          @Override
          public void hidden(String what, Bytes bytes) {
            hidden.add("fat " + what, bytes);
          }
        });
    into.addAll(hidden.kept());
    entries.sort(Comparator.comparing(Entry::path));
    entries.forEach(each -> into.add(new Kept("fat entry of `" + each.path + "`", each.kept)));
    return entries;
  }

  /** Times from 13 and 22, the first cluster at 20 and 26, the size of a file at 28. */
  private static Entry entry(String path, Block entry, List<Block> longName, boolean wide) {
    byte[] left = entry.bytes(0, entry.size());
    byte[] times = TarNormal.concat(entry.bytes(13, 7), entry.bytes(22, 4));
    Arrays.fill(left, 13, 20, (byte) 0);
    Arrays.fill(left, 22, 28, (byte) 0);
    if (wide) {
      Arrays.fill(left, 20, 22, (byte) 0);
    }
    if ((entry.u8(11) & DIRECTORY) == 0) {
      Arrays.fill(left, 28, 32, (byte) 0);
    }
    byte[] all = left;
    for (Block each : longName) {
      all = TarNormal.concat(all, each.bytes(0, each.size()));
    }
    return new Entry(path, all, times);
  }

  /** Time and date of modification stand behind each other at the end (22). */
  private static SortedMap<String, String> modified(List<Entry> entries) {
    SortedMap<String, String> modified = new TreeMap<>();
    for (Entry each : entries.subList(0, Math.min(entries.size(), MOST_TIMES))) {
      Block stored = Bytes.of(each.times).block(7, 4);
      modified.put("`" + each.path + "`", Prints.dosTime(stored.u32le(0)));
    }
    return modified;
  }

  private static List<Trait> traits(Bytes content, String id, List<Entry> entries) {
    List<String> times =
        entries.stream().map(each -> HexFormat.of().formatHex(each.times)).toList();
    return List.of(
        new Trait(Equivalence.LAYOUT, "fat volume id", id),
        new Trait(
            Equivalence.MTIME,
            "fat times",
            Prints.of(times, "times of entries"),
            modified(entries)),
        new Trait(Equivalence.LAYOUT, "fat tables and placement", Prints.of(content)));
  }
}
