package dev.assay.formats.ubi;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.JoinedBytes;
import dev.assay.formats.Listing;
import dev.assay.formats.ubi.EraseBlocks.Used;
import dev.assay.formats.ubi.VolumeTable.Volume;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists the volumes of one image. */
final class Volumes {
  /** Blocks that are not mapped cost nothing to forge; how many there may be for each that is. */
  private static final long MAX_GAPS = 64;

  private final Bytes content;
  private final EraseBlocks blocks;
  private final EraseBlocks.Image image;
  private final Map<Long, Volume> table;
  private final Set<String> names = new HashSet<>();

  Volumes(Bytes content, EraseBlocks blocks, EraseBlocks.Image image) {
    this.content = content;
    this.blocks = blocks;
    this.image = image;
    this.table =
        VolumeTable.of(content, image.volumes.getOrDefault(VolumeHeader.INTERNAL, new TreeMap<>()));
  }

  /**
   * @param prefix of their paths, where a content holds several images
   */
  void list(String prefix, Listing listing) {
    if (table.isEmpty()) {
      listing.problem(
          new Problem("ubi.table", -1, "no volume table can be read; volumes have no names"));
    }
    Set<Long> numbers = new TreeSet<>(table.keySet());
    numbers.addAll(image.volumes.headMap(VolumeHeader.INTERNAL).keySet());
    for (long number : numbers) {
      listing.add(entry(number, prefix));
    }
  }

  private Entry entry(long number, String prefix) {
    List<Problem> problems = new ArrayList<>();
    Volume volume = table.get(number);
    if (volume == null && !table.isEmpty()) {
      problems.add(
          new Problem("ubi.volume", -1, "volume " + number + " is not in the volume table"));
    }
    if (volume != null && volume.updating()) {
      problems.add(
          new Problem("ubi.update", -1, "an update of the volume was begun and not finished"));
    }
    String name = volume == null ? "volume-" + number : volume.name();
    String unique = names.add(name) ? name : name + "-" + number;
    Bytes bytes = content(image.volumes.getOrDefault(number, new TreeMap<>()), problems);
    return Entry.part(prefix + unique, Content.of(bytes)).withProblems(problems);
  }

  private Bytes content(TreeMap<Long, Used> used, List<Problem> problems) {
    if (used.isEmpty()) {
      return Bytes.of(new byte[0]);
    }
    VolumeHeader first = used.firstEntry().getValue().header();
    long dataSize = blocks.blockSize() - image.dataAt - first.dataPad();
    if (dataSize <= 0 || dataSize > blocks.blockSize()) {
      problems.add(
          new Problem("ubi.volume", -1, "blocks have " + dataSize + " bytes of data; not read"));
      return Bytes.of(new byte[0]);
    }
    int count = count(used, first, problems);
    long[] pieces = new long[count];
    Arrays.fill(pieces, JoinedBytes.MISSING);
    used.headMap((long) count).forEach((at, block) -> pieces[at.intValue()] = block.dataAt());
    long length = count * dataSize;
    if (first.isStatic() && count > 0) {
      check(used, count, problems);
      Used last = used.get(count - 1L);
      long end = last == null ? dataSize : Math.clamp(last.header().dataSize(), 0, dataSize);
      length += end - dataSize;
    }
    return JoinedBytes.of(content, pieces, (int) dataSize, length, (byte) 0xFF);
  }

  private int count(TreeMap<Long, Used> used, VolumeHeader first, List<Problem> problems) {
    long wanted = first.isStatic() ? Math.max(1, first.usedBlocks()) : used.lastKey() + 1;
    long most = MAX_GAPS * blocks.used();
    if (wanted > most) {
      problems.add(
          new Problem(
              "ubi.gaps",
              -1,
              "volume of "
                  + wanted
                  + " blocks in an image of "
                  + blocks.used()
                  + "; the first "
                  + most
                  + " are read"));
    }
    return (int) Math.min(wanted, most);
  }

  /** Blocks of a static volume are all there, and have a CRC. */
  private void check(TreeMap<Long, Used> used, int count, List<Problem> problems) {
    long missing = count - used.headMap((long) count).size();
    if (missing > 0) {
      problems.add(
          new Problem(
              "ubi.missing", -1, missing + " of " + count + " blocks are missing; read as FF"));
    }
    long damaged =
        used.headMap((long) count).values().stream().filter(b -> !blocks.matchesCrc(b)).count();
    if (damaged > 0) {
      problems.add(
          new Problem("ubi.data-crc", -1, damaged + " blocks do not match their CRC; read anyway"));
    }
  }
}
