package dev.assay.formats.carve;

import dev.assay.formats.Bytes;
import dev.assay.formats.Window;
import dev.assay.formats.flash.Division;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a blob is no structure: divided at the borders of partitions and at erased sectors, which
 * no longer separate where there are too many of them.
 */
final class Rest {
  private static final int MOST_STRETCHES = 256;

  private final Window window;
  private final Sectors sectors;
  private final Division division;
  private final List<Stretch> stretches = new ArrayList<>();

  /** Bytes that are neither erased nor zero all over. */
  record Stretch(long start, long end) {}

  private Rest(Bytes content, Sectors sectors, Division division) {
    this.window = new Window(content);
    this.sectors = sectors;
    this.division = division;
  }

  /**
   * @param finds in order and without overlap
   * @param sectors those that were looked at already
   */
  static List<Stretch> of(Bytes content, List<Find> finds, Sectors sectors, Division division) {
    Rest rest = new Rest(content, sectors, division);
    long at = 0;
    for (Find find : finds) {
      rest.between(at, find.start());
      at = find.end();
    }
    rest.between(at, content.size());
    return rest.stretches;
  }

  private void between(long from, long end) {
    for (long at = from; at < end; ) {
      long border = division.borderAfter(at, end);
      divide(at, border);
      at = border;
    }
  }

  private void divide(long from, long end) {
    long start = from;
    long written = from;
    for (long at = from; at < end; ) {
      long next = Math.min(end, (at / Sectors.SIZE + 1) * Sectors.SIZE);
      boolean known = next - at == Sectors.SIZE && sectors.knows(at);
      boolean erased = known ? sectors.isErased(at) : isAll(at, next, 0xFF);
      if (!erased) {
        written = next;
      } else if (stretches.size() < MOST_STRETCHES) {
        take(start, written);
        start = next;
        written = next;
      }
      at = next;
    }
    take(start, written);
  }

  private void take(long start, long end) {
    boolean whole = division.startingAt(start).isPresent();
    boolean enough = end - start >= Sectors.SIZE || whole && end > start;
    if (enough && !isAll(start, end, 0)) {
      stretches.add(new Stretch(start, end));
    }
  }

  private boolean isAll(long start, long end, int value) {
    return window.block(start, 1).u8(0) == value && window.skip(start, end, value) == end;
  }
}
