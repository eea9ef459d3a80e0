package dev.assay.formats.carve;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.FlatDeviceTree;
import dev.assay.formats.flash.Division;
import dev.assay.formats.flash.FixedPartitions;
import dev.assay.formats.flash.MtdParts;
import dev.assay.formats.flash.Partition;
import dev.assay.formats.stream.Search;
import dev.assay.formats.ubootenv.UBootEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks for what a dump's own boot loader and kernel are told of its partitions. */
final class DivisionSearch {
  private static final byte[] MARK = MtdParts.MARK.getBytes(StandardCharsets.US_ASCII);

  /** Boot loader and environment are small; what is larger is the system. */
  private static final int SEARCHED = 2 << 20;

  private static final int MOST_PLACES = 32;
  private static final int MOST_TEXTS = 64;
  private static final int LONGEST = 4096;

  private final Bytes content;
  private final Set<List<Partition>> candidates = new LinkedHashSet<>();

  private DivisionSearch(Bytes content) {
    this.content = content;
  }

  /**
   * @param finds in order and without overlap
   */
  static Division in(Bytes content, List<Find> finds) {
    DivisionSearch search = new DivisionSearch(content);
    search.texts(finds);
    finds.stream()
        .filter(find -> find.type().equals(FlatDeviceTree.TYPE))
        .limit(MOST_PLACES)
        .forEach(search::tree);
    TreeSet<Long> starts =
        finds.stream().map(Find::start).collect(Collectors.toCollection(TreeSet::new));
    return Division.fitting(search.candidates, content.size(), starts);
  }

  /** In environments, and before and between what was found. */
  private void texts(List<Find> finds) {
    long at = 0;
    int places = 0;
    for (Find find : finds) {
      boolean environment = find.type().equals(UBootEnvironment.TYPE);
      text(at, environment ? find.end() : find.start());
      at = find.end();
      if (++places == MOST_PLACES) {
        return;
      }
    }
  }

  private void text(long from, long end) {
    Bytes searched = content.slice(from, Math.min(SEARCHED, end - from));
    int texts = 0;
    for (long at = Search.next(searched, MARK, 0);
        at >= 0 && texts++ < MOST_TEXTS;
        at = Search.next(searched, MARK, at + MARK.length)) {
      Block line = searched.blockUpTo(at + MARK.length, LONGEST);
      candidates.addAll(MtdParts.read(line.cString(0, line.size()), content.size()));
    }
  }

  private void tree(Find find) {
    try {
      Bytes bytes = content.slice(find.start(), find.end() - find.start());
      candidates.addAll(FixedPartitions.in(DeviceTree.read(bytes)));
    } catch (Malformed damaged) {
      // A tree that cannot be read says nothing of partitions.
    }
  }
}
