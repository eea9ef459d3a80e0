package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * The master node: where the last commit starts.
 *
 * @param commit its number
 * @param logBlock LEB in which the log starts
 * @param rootAt offset of the index' root in the volume
 */
record UbifsMaster(long sequence, long commit, long logBlock, long rootAt) {
  private static final int FIRST = 1;
  private static final int LAST = 2;
  private static final int SIZE = 512;

  /** The latest of both copies; each commit appends one to their LEBs until those are full. */
  static Optional<UbifsMaster> of(Bytes volume, UbifsSuperblock superblock) {
    Optional<UbifsMaster> latest = Optional.empty();
    for (long block = FIRST; block <= LAST; block++) {
      long start = superblock.offset(block, 0);
      int step = Math.max(SIZE, superblock.ioSize());
      for (long at = start;
          at < start + superblock.blockSize() && volume.has(at, UbifsNode.MAGIC);
          at += step) {
        Optional<UbifsMaster> found = at(volume, superblock, at);
        if (found.isPresent()
            && (latest.isEmpty() || found.get().sequence > latest.get().sequence)) {
          latest = found;
        }
      }
    }
    return latest;
  }

  private static Optional<UbifsMaster> at(Bytes volume, UbifsSuperblock superblock, long at) {
    try {
      UbifsNode node = UbifsNode.at(volume, at, UbifsNode.MASTER, SIZE);
      Block block = node.block();
      return Optional.of(
          new UbifsMaster(
              node.sequence(),
              block.i64le(32),
              block.u32le(44),
              superblock.offset(block.u32le(48), block.u32le(52))));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }
}
