package dev.assay.formats.rar;

import java.util.OptionalInt;

/**
 * What the header of a member says.
 *
 * @param mode Unix mode, or 0 where none is told
 * @param size bytes of its content
 * @param stored whether its data are its content
 * @param crc CRC-32 of the content
 * @param encrypted whether the data are
 * @param parted whether a part of the data is in another volume
 * @param link what it is another name of, or leads to
 */
record RarMember(
    String path,
    boolean directory,
    int mode,
    long size,
    boolean stored,
    OptionalInt crc,
    boolean encrypted,
    boolean parted,
    Link link) {
  /**
   * A link in the header.
   *
   * @param target as stored
   */
  record Link(Sort sort, String target) {
    static final Link NONE = new Link(Sort.NONE, "");
  }

  /** Sorts of links. */
  enum Sort {
    NONE,
    SYMBOLIC,
    HARD
  }
}
