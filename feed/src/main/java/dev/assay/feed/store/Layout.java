package dev.assay.feed.store;

import java.nio.charset.StandardCharsets;

/** The fixed numbers of the feed file; see the package. */
final class Layout {
  static final byte[] MAGIC = "ASSAYFED".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 4;
  static final int HEAD = 16;
  static final int SECTIONS = 5;
  static final int TABLE = 4 + SECTIONS * 16;
  static final int DIGEST = 32;

  /** Most bytes of a flaw's record or of all statements on a product. */
  static final int LONGEST_ENTRY = 1 << 26;

  private Layout() {}
}
