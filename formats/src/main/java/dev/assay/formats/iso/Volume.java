package dev.assay.formats.iso;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * One volume descriptor.
 *
 * @param size of the disc in bytes
 * @param blockSize in bytes
 * @param root record of the root directory
 */
record Volume(long size, int blockSize, DirectoryRecord root) {
  private static final int ROOT_AT = 156;
  private static final int ROOT_SIZE = 34;

  /** Of the descriptor at {@code at}, or empty where it does not hold together. */
  static Optional<Volume> at(Bytes disc, long at) {
    Block block = disc.block(at, Volumes.SECTOR);
    int blockSize = block.u16le(128);
    boolean plausible =
        (blockSize == 512 || blockSize == 1024 || blockSize == 2048)
            && block.u16be(130) == blockSize
            && block.u32le(80) == block.u32be(84)
            && block.u32le(80) > 0;
    if (!plausible) {
      return Optional.empty();
    }
    try {
      Block record = block.slice(ROOT_AT, ROOT_SIZE);
      DirectoryRecord root = DirectoryRecord.of(record, at + ROOT_AT, blockSize);
      return root.isDirectory()
          ? Optional.of(new Volume(block.u32le(80) * blockSize, blockSize, root))
          : Optional.empty();
    } catch (Malformed noRoot) {
      return Optional.empty();
    }
  }
}
