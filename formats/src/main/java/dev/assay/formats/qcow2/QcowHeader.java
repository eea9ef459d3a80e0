package dev.assay.formats.qcow2;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * The header of an image.
 *
 * @param backing name of the backing file, or empty
 * @param clusterBits log2 of a cluster's bytes
 * @param size of the disk in bytes
 * @param features incompatible ones
 */
record QcowHeader(
    int version,
    String backing,
    int clusterBits,
    long size,
    long encryption,
    long l1Entries,
    long l1At,
    long snapshots,
    long features,
    int compression) {
  private static final int VERSION_2 = 72;
  private static final int VERSION_3 = 104;
  private static final long EXTERNAL_DATA = 4;
  private static final long COMPRESSION_TOLD = 8;
  private static final long LONG_ENTRIES = 16;
  private static final long KNOWN = 31;
  private static final int MAX_NAME = 1023;

  static Optional<QcowHeader> of(Bytes image) {
    if (!image.has(0, "QFI\u00fb") || image.size() < VERSION_3) {
      return Optional.empty();
    }
    Block block = image.block(0, VERSION_3);
    int version = block.i32be(4);
    int clusterBits = block.i32be(20);
    boolean third = version == 3;
    boolean plausible =
        (version == 2 || third)
            && clusterBits >= 9
            && clusterBits <= 21
            && block.i64be(24) >= 0
            && block.i64be(40) >= VERSION_2;
    if (!plausible) {
      return Optional.empty();
    }
    long features = third ? block.i64be(72) : 0;
    boolean told = (features & COMPRESSION_TOLD) != 0 && image.size() > VERSION_3;
    return Optional.of(
        new QcowHeader(
            version,
            backing(image, block),
            clusterBits,
            block.i64be(24),
            block.u32be(32),
            block.u32be(36),
            block.i64be(40),
            block.u32be(60),
            features,
            told ? image.block(VERSION_3, 1).u8(0) : 0));
  }

  private static String backing(Bytes image, Block block) {
    long at = block.i64be(8);
    int length = (int) Math.min(block.u32be(16), MAX_NAME);
    return at > 0 && length > 0 && at <= image.size() - length
        ? image.block(at, length).utf8(0, length)
        : "";
  }

  /**
   * @throws Malformed where nothing of the disk can be read
   */
  void refuseUnreadable() {
    if (encryption != 0) {
      String method = encryption == 1 ? "AES" : encryption == 2 ? "LUKS" : "method " + encryption;
      throw new Malformed("qcow2.encrypted", 32, "the disk is encrypted with " + method);
    }
    if ((features & EXTERNAL_DATA) != 0) {
      throw new Malformed("qcow2.external-data", 72, "the disk's data are in another file");
    }
    if ((features & LONG_ENTRIES) != 0) {
      throw new Malformed("qcow2.long-entries", 72, "tables with subclusters are not read");
    }
    if ((features & ~KNOWN) != 0) {
      String hex = Long.toHexString(features);
      throw new Malformed("qcow2.features", 72, "needs unknown features, 0x" + hex);
    }
    if (compression > 1) {
      throw new Malformed("qcow2.compression", VERSION_3, "unknown compression " + compression);
    }
  }
}
