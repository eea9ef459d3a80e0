package dev.assay.formats.sevenzip;

import java.util.List;

/**
 * What is packed in an archive.
 *
 * @param parts of all folders, one behind the other
 */
record Streams(List<FolderStream> folders, List<Part> parts) {
  static final Streams NONE = new Streams(List.of(), List.of());

  /**
   * A member's bytes.
   *
   * @param folder number of the folder that they are in
   * @param start offset there
   * @param sum what they are held against
   */
  record Part(int folder, long start, long size, Sum sum) {}

  /**
   * A CRC-32.
   *
   * @param told whether there is one
   */
  record Sum(boolean told, int crc) {
    static final Sum NONE = new Sum(false, 0);
  }
}
