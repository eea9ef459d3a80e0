package dev.assay.formats.yaffs2;

import dev.assay.formats.Fields;

/**
 * What the spare area says of a page.
 *
 * @param chunk number of the page in its object from 1, or 0 for a header
 * @param bytes of content in it
 */
record YaffsTags(long sequence, long object, long chunk, long bytes) {
  static final int SIZE = 16;
  private static final long LOWEST_SEQUENCE = 0x1000;
  private static final long HIGHEST_SEQUENCE = 0xEFFF_FF00L;
  private static final long IS_HEADER = 0x8000_0000L;
  private static final long OBJECT = 0x0FFF_FFFF;

  static YaffsTags of(Fields spare, int at) {
    long object = spare.u32(at + 4);
    long chunk = spare.u32(at + 8);
    boolean extended = (chunk & IS_HEADER) != 0;
    return new YaffsTags(
        spare.u32(at),
        extended ? object & OBJECT : object,
        extended ? 0 : chunk,
        spare.u32(at + 12));
  }

  boolean isHeader() {
    return chunk == 0;
  }

  /** Whether the numbers are of sizes that occur. */
  boolean isSound(int pageSize) {
    return sequence >= LOWEST_SEQUENCE
        && sequence <= HIGHEST_SEQUENCE
        && object > 0
        && object <= OBJECT
        && chunk <= OBJECT
        && (isHeader() || bytes > 0 && bytes <= pageSize);
  }
}
