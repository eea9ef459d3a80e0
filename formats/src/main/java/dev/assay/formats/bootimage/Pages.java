package dev.assay.formats.bootimage;

import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Parts;

/** Lists parts one behind the other, each starting on a page. */
final class Pages {
  private final Bytes image;
  private final Parts parts;
  private final long pageSize;
  private long next;

  /**
   * @param start offset of the first part, not yet rounded up to a page
   */
  Pages(Bytes image, Parts parts, long pageSize, long start) {
    this.image = image;
    this.parts = parts;
    this.pageSize = pageSize;
    this.next = rounded(start);
  }

  /** Lists the part and returns what there is of it. */
  Bytes add(String name, long size) {
    long start = skip(size);
    parts.add(name, start, size);
    long from = Math.min(start, image.size());
    return image.slice(from, Math.min(size, image.size() - from));
  }

  /** Passes a part over that is listed otherwise; its offset. */
  long skip(long size) {
    long start = next;
    next = rounded(start + size);
    return start;
  }

  private long rounded(long offset) {
    return (offset + pageSize - 1) / pageSize * pageSize;
  }

  static boolean isPageSize(long size) {
    return size >= 512 && size <= 1 << 20 && Long.bitCount(size) == 1;
  }
}
