package dev.assay.formats.sevenzip;

/**
 * What a header says of a member.
 *
 * @param hasStream whether it has bytes
 * @param isFile whether it is a file although it has none
 * @param isAnti whether it is to be deleted where the archive is unpacked
 * @param attributes of Windows; if bit 15 is set, the high half is a Unix mode
 */
record Member(String path, boolean hasStream, boolean isFile, boolean isAnti, int attributes) {
  private static final int UNIX = 0x8000;

  /** A Unix mode, or 0 where none is told. */
  int mode() {
    return (attributes & UNIX) != 0 ? attributes >>> 16 : 0;
  }

  boolean isDirectory() {
    return !hasStream && !isFile;
  }
}
