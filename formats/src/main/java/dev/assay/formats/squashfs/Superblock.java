package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/** The superblock; offsets are from the start of the image, sizes in bytes. */
record Superblock(
    long inodes,
    int blockSize,
    long fragments,
    int compressor,
    int ids,
    long rootInode,
    long bytesUsed,
    long idTable,
    long xattrTable,
    long inodeTable,
    long directoryTable,
    long fragmentTable,
    long exportTable) {
  static final int SIZE = 96;
  private static final int LARGEST_BLOCK = 1 << 20;

  /** The superblock at the start of the bytes, if it holds together. */
  static Optional<Superblock> at(Bytes content) {
    if (content.size() < SIZE || !Magic.isAt(content)) {
      return Optional.empty();
    }
    Block block = content.block(0, SIZE);
    Superblock read =
        new Superblock(
            block.u32le(4),
            (int) Math.min(block.u32le(12), Integer.MAX_VALUE),
            block.u32le(16),
            block.u16le(20),
            block.u16le(26),
            block.i64le(32),
            block.i64le(40),
            block.i64le(48),
            block.i64le(56),
            block.i64le(64),
            block.i64le(72),
            block.i64le(80),
            block.i64le(88));
    boolean sound =
        block.u16le(28) == 4
            && block.u16le(30) == 0
            && read.blockSize >= 4096
            && read.blockSize <= LARGEST_BLOCK
            && read.blockSize == 1 << block.u16le(22)
            && read.compressor >= 1
            && read.compressor <= 6
            && read.inodeTable >= SIZE
            && read.directoryTable >= read.inodeTable
            && read.bytesUsed > read.directoryTable
            && read.idTable < read.bytesUsed;
    return sound ? Optional.of(read) : Optional.empty();
  }
}
