package dev.assay.formats.iso;

import dev.assay.formats.Bytes;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where contents lie. Files may share an extent, and do; but extents that overlap otherwise would
 * let a small disc have contents without end, so all of them together are bounded.
 */
final class Extents {
  private static final int TIMES = 4;

  private final Bytes disc;
  private final int blockSize;
  private final Set<Piece> known = new HashSet<>();
  private final TreeSet<Long> starts = new TreeSet<>();
  private long total;

  Extents(Bytes disc, int blockSize) {
    this.disc = disc;
    this.blockSize = blockSize;
  }

  int blockSize() {
    return blockSize;
  }

  /** Whether all of them belong to contents that were listed. */
  boolean areKnown(List<DirectoryRecord> records) {
    return records.stream()
        .allMatch(
            each -> each.size() == 0 || known.contains(new Piece(disc, each.start(), each.size())));
  }

  boolean startsAt(long offset) {
    return starts.contains(offset);
  }

  /** Offset of the first content behind {@code offset}, or {@code otherwise}. */
  long next(long offset, long otherwise) {
    Long next = starts.higher(offset);
    return next == null ? otherwise : next;
  }

  /** The content of a file, as far as it is on the disc. */
  Bytes content(List<DirectoryRecord> records, List<Problem> problems) {
    List<Piece> runs = new ArrayList<>();
    for (DirectoryRecord record : records) {
      long there = Math.clamp(disc.size() - record.start(), 0, record.size());
      if (record.interleaved()) {
        problems.add(new Problem("iso.interleaved", record.at(), "interleaved files are not read"));
        break;
      }
      if (!take(new Piece(disc, record.start(), record.size()))) {
        String message = "extents have more than " + TIMES + " times the bytes of the disc";
        problems.add(new Problem("iso.overlap", record.at(), message));
        break;
      }
      runs.add(new Piece(disc, Math.min(record.start(), disc.size()), there));
      if (there < record.size()) {
        String message = "extent of " + record.size() + " bytes; " + there + " are on the disc";
        problems.add(new Problem("iso.extent", record.at(), message));
        break;
      }
    }
    return SplicedBytes.of(runs);
  }

  private boolean take(Piece run) {
    if (run.length() == 0 || known.contains(run)) {
      return true;
    }
    long more = Math.clamp(disc.size() - run.offset(), 0, run.length());
    if (total + more > TIMES * disc.size()) {
      return false;
    }
    total += more;
    known.add(run);
    starts.add(run.offset());
    return true;
  }
}
