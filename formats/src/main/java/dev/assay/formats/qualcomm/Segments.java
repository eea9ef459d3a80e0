package dev.assay.formats.qualcomm;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.Elf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The program headers of an image.
 *
 * @param hashes index of the hash segment
 */
record Segments(List<Segment> all, int hashes) {
  private static final int MOST = 128;
  private static final int HASHES = 2;
  private static final int HEADERS = 7;

  /**
   * @param kind of Qualcomm's; 0 of a program
   * @param paged whether it has a digest for each page
   */
  record Segment(long offset, long size, int kind, boolean paged) {
    boolean isHeaders() {
      return kind == HEADERS;
    }
  }

  Segment hashSegment() {
    return all.get(hashes);
  }

  /** Empty where no segment is said to hold digests. */
  static Optional<Segments> of(Bytes content) {
    if (!Elf.isAt(content) || content.block(5, 1).u8(0) != 1) {
      return Optional.empty();
    }
    boolean wide = content.block(4, 1).u8(0) == 2;
    Block header = content.block(0, wide ? 64 : 52);
    long table = wide ? header.i64le(32) : header.u32le(28);
    int size = header.u16le(wide ? 54 : 42);
    int count = header.u16le(wide ? 56 : 44);
    boolean fits = size == (wide ? 56 : 32) && table > 0 && table <= content.size();
    if (!fits || count > MOST || (long) count * size > content.size() - table) {
      return Optional.empty();
    }
    Block entries = content.block(table, count * size);
    List<Segment> all = new ArrayList<>();
    int hashes = -1;
    for (int i = 0; i < count; i++) {
      Segment segment = segment(entries.slice(i * size, size), wide);
      hashes = segment.kind() == HASHES ? i : hashes;
      all.add(segment);
    }
    return hashes < 0 ? Optional.empty() : Optional.of(new Segments(List.copyOf(all), hashes));
  }

  private static Segment segment(Block entry, boolean wide) {
    int flags = entry.i32le(wide ? 4 : 24);
    // Only segments that are not loaded have a kind of their own.
    int kind = entry.i32le(0) == 0 ? flags >>> 24 & 7 : 0;
    return new Segment(
        wide ? entry.i64le(8) : entry.u32le(4),
        wide ? entry.i64le(32) : entry.u32le(16),
        kind,
        (flags & 1 << 20) != 0);
  }
}
