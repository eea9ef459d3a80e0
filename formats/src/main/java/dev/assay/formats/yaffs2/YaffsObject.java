package dev.assay.formats.yaffs2;

import java.util.Optional;
import java.util.TreeMap;

/** What the pages of one object say, taken in order of time. */
final class YaffsObject {
  private final int pageSize;
  private final TreeMap<Long, Long> pages = new TreeMap<>();
  private Optional<YaffsHeader> header = Optional.empty();
  private long size;

  YaffsObject(int pageSize) {
    this.pageSize = pageSize;
  }

  void take(YaffsHeader found) {
    header = Optional.of(found);
    size = found.size();
    if (found.cuts()) {
      pages.tailMap((size + pageSize - 1) / pageSize + 1, true).clear();
    }
  }

  /**
   * @param chunk its number, from 1
   * @param at offset of the page in the image
   */
  void takePage(long chunk, long bytes, long at) {
    pages.put(chunk, at);
    size = Math.max(size, (chunk - 1) * pageSize + bytes);
  }

  Optional<YaffsHeader> header() {
    return header;
  }

  long size() {
    return size;
  }

  /** Offsets of the pages by their numbers. */
  TreeMap<Long, Long> pages() {
    return pages;
  }
}
