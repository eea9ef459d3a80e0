package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * How a compressed content is put together. The content is cut in clusters of equal length (the
 * block size, or twice it …); an extent of it starts in a cluster and is one piece of compressed
 * data, in whole blocks.
 *
 * <pre>
 * header, at the next multiple of 8 behind inode and attributes
 *  0  4  offset in the packed inode; or, at 2, bytes of inline data
 *  4  2  bits: 0 small compact entries  1, 2 extents of several blocks  3 the last one is inline
 *              4 stored data turned round  5 the last one is in the packed inode
 *  6  1  compression of kind 1, and of kind 3 (4 bits each)
 *  7  1  bits 0–2: log2 of blocks in a cluster; bit 7: all is in the packed inode
 *
 * full index: 8 bytes further, 8 bytes for each cluster
 *  0  2  kind: 0 stored 1 compressed 2 no start 3 compressed in another way
 *  2  2  where in the cluster the extent starts
 *  4  4  its block; or, of a cluster without a start, 2 bytes distance back to it and on to the next
 *
 * compact index: packs of 2 entries in 8 bytes or of 16 in 32, of 16 or 14 bits; each is a place
 * or distance with the kind above it; the last 4 bytes are the block from which the pack counts
 * </pre>
 *
 * Bit 11 of a distance back makes the rest the number of blocks of the extent.
 */
abstract sealed class ClusterMap permits FullIndex, CompactIndex {
  static final int STORED = 0;
  static final int COMPRESSED = 1;
  static final int NO_START = 2;
  static final int COMPRESSED_OTHERWISE = 3;

  static final int HEADER = 8;

  /** A distance with this bit is a number of blocks. */
  static final int IS_COUNT = 1 << 11;

  private static final int SMALL_ENTRIES = 1;
  private static final int SEVERAL_BLOCKS = 2 | 4;

  /**
   * One cluster.
   *
   * @param offset where in it an extent starts
   * @param block of that extent
   * @param blocks of the extent that started in the cluster before, or 0 where that is not told
   */
  record Cluster(int kind, int offset, long block, int blocks) {}

  /** The header. */
  record Header(long at, long packedAt, int inlineSize, int advice, int algorithms, int bits) {
    static Header of(Bytes image, ErofsInode inode) {
      long at = inode.end() + 7 & -8;
      Block block = image.block(at, HEADER);
      int bits = block.u8(7);
      boolean allPacked = (bits & 0x80) != 0;
      return new Header(
          at,
          allPacked ? block.i64le(0) & Long.MAX_VALUE : block.u32le(0),
          block.u16le(2),
          allPacked ? 0 : block.u16le(4),
          block.u8(6),
          bits);
    }

    boolean allPacked() {
      return (bits & 0x80) != 0;
    }

    int clusterBits(ErofsSuperblock superblock) {
      return superblock.blockBits() + (bits & 7);
    }

    boolean hasSmallEntries() {
      return (advice & SMALL_ENTRIES) != 0;
    }

    boolean hasSeveralBlocks() {
      return (advice & SEVERAL_BLOCKS) != 0;
    }

    boolean lastIsInline() {
      return (advice & 8) != 0;
    }

    boolean isTurnedRound() {
      return (advice & 0x10) != 0;
    }

    boolean lastIsPacked() {
      return (advice & 0x20) != 0;
    }

    int algorithm(int kind) {
      return kind == COMPRESSED ? algorithms & 15 : algorithms >> 4;
    }
  }

  static ClusterMap of(Bytes image, ErofsInode inode, Header header, int clusterBits) {
    long count = inode.size() + (1L << clusterBits) - 1 >> clusterBits;
    // An entry takes at least 2 bytes.
    if (count * 2 > image.size()) {
      throw new Malformed(
          "erofs.file-size",
          inode.at(),
          "file of " + inode.size() + " bytes cannot be in an image of " + image.size());
    }
    return inode.layout() == ErofsInode.FULL_INDEX
        ? new FullIndex(image, header, (int) count)
        : new CompactIndex(image, header, (int) count, clusterBits);
  }

  private final int count;

  ClusterMap(int count) {
    this.count = count;
  }

  /** How many clusters the content has. */
  final int count() {
    return count;
  }

  abstract Cluster at(int number);

  /** Where the index ends, and inline data start. */
  abstract long end();
}
