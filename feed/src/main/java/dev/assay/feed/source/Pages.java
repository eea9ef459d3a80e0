package dev.assay.feed.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which records of a list are there that comes in pages. Not thread-safe. */
final class Pages {
  private record Page(long start, long end) {}

  /** Gaps that are told one by one. */
  private static final int MOST_GAPS = 20;

  private final List<Page> pages = new ArrayList<>();
  private long total;

  /** Notes a page; one that is the whole list, or does not say, leaves nothing to miss. */
  void add(long start, long records, long ofAll) {
    if (start > 0 || records < ofAll) {
      pages.add(new Page(start, start + records));
      // The list may have grown between the first page and the last.
      total = Math.max(total, ofAll);
    }
  }

  /** The stretches of the list that no page has, for people. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    long seen = 0;
    for (Page page : pages.stream().sorted(Comparator.comparingLong(Page::start)).toList()) {
      gap(gaps, seen, page.start());
      seen = Math.max(seen, page.end());
    }
    gap(gaps, seen, total);
    return gaps;
  }

  private void gap(List<String> gaps, long from, long to) {
    if (from < to && gaps.size() < MOST_GAPS) {
      gaps.add(
          "expected pages with all %d records, found none with records %d to %d"
              .formatted(total, from + 1, to));
    }
  }
}
