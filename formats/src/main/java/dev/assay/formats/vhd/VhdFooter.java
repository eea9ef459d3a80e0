package dev.assay.formats.vhd;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * The footer or its copy.
 *
 * @param headerAt offset of a dynamic disk's header
 * @param size of the disk in bytes
 */
record VhdFooter(int type, long headerAt, long size, boolean sound) {
  static final int SIZE = 512;
  static final int FIXED = 2;
  static final int DYNAMIC = 3;
  static final int DIFFERS = 4;
  private static final int CHECKSUM_AT = 64;

  /** The one at the end, or the copy where the end is lost. */
  static Optional<VhdFooter> of(Bytes image) {
    return at(image, image.size() - SIZE)
        .or(() -> at(image, 0).filter(copy -> copy.type() != FIXED));
  }

  private static Optional<VhdFooter> at(Bytes image, long at) {
    if (at < 0 || image.size() - at < SIZE || !image.has(at, "conectix")) {
      return Optional.empty();
    }
    Block block = image.block(at, SIZE);
    int type = block.i32be(60);
    long size = block.i64be(48);
    return type >= FIXED && type <= DIFFERS && size >= 0
        ? Optional.of(new VhdFooter(type, block.i64be(16), size, isSound(block, CHECKSUM_AT)))
        : Optional.empty();
  }

  /** Whether the inverted sum of all bytes but those of the checksum is the checksum. */
  static boolean isSound(Block block, int checksumAt) {
    int sum = 0;
    for (int i = 0; i < block.size(); i++) {
      sum += i >= checksumAt && i < checksumAt + 4 ? 0 : block.u8(i);
    }
    return ~sum == block.i32be(checksumAt);
  }
}
