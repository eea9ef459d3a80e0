package dev.assay.formats.otapayload;

import dev.assay.formats.Malformed;
import dev.assay.formats.proto.ProtoMessage;
import java.util.List;

/**
 * One step of building a partition.
 *
 * @param type as in the manifest
 * @param offset of its data behind the manifest
 * @param length of its data in bytes
 * @param extents what it writes, in order
 */
record Operation(int type, long offset, long length, List<Extent> extents) {
  static final int REPLACE = 0;
  static final int BZIP2 = 1;
  static final int ZERO = 6;
  static final int DISCARD = 7;
  static final int XZ = 8;

  /**
   * In blocks.
   *
   * @param start the first
   */
  record Extent(long start, long count) {}

  static Operation of(ProtoMessage message) {
    List<Extent> extents =
        message.messages(6).stream()
            .map(extent -> new Extent(extent.number(1, 0), extent.number(2, 0)))
            .toList();
    for (Extent extent : extents) {
      if (extent.start() < 0
          || extent.count() < 0
          || extent.start() > 1L << 40
          || extent.count() > 1L << 40) {
        throw new Malformed("payload.extent", -1, "an extent of " + extent.count() + " blocks");
      }
    }
    return new Operation(
        (int) message.number(1, 0), message.number(2, 0), message.number(3, 0), extents);
  }

  boolean needsImageBefore() {
    return switch (type) {
      case REPLACE, BZIP2, ZERO, DISCARD, XZ -> false;
      default -> true;
    };
  }

  boolean writesZeros() {
    return type == ZERO || type == DISCARD;
  }
}
