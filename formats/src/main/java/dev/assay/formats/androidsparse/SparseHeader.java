package dev.assay.formats.androidsparse;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * The header of an image.
 *
 * @param size of the header in bytes
 * @param chunkHeader size of a chunk's header in bytes
 * @param blockSize in bytes
 * @param blocks of the expanded image
 * @param crc of the expanded image, or 0 where it is not told
 */
record SparseHeader(int size, int chunkHeader, long blockSize, long blocks, long chunks, long crc) {
  static final byte[] MAGIC = {0x3A, (byte) 0xFF, 0x26, (byte) 0xED};
  static final int MIN_CHUNK_HEADER = 12;
  private static final int MIN_SIZE = 28;
  private static final long MAX_BLOCK = 64 << 20;

  /** The header at the start, or empty where none holds together. */
  static Optional<SparseHeader> of(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < MIN_SIZE) {
      return Optional.empty();
    }
    Block block = content.block(0, MIN_SIZE);
    SparseHeader header =
        new SparseHeader(
            block.u16le(8),
            block.u16le(10),
            block.u32le(12),
            block.u32le(16),
            block.u32le(20),
            block.u32le(24));
    return block.u16le(4) == 1 && header.isPlausible() ? Optional.of(header) : Optional.empty();
  }

  private boolean isPlausible() {
    return size >= MIN_SIZE
        && chunkHeader >= MIN_CHUNK_HEADER
        && blockSize > 0
        && blockSize <= MAX_BLOCK
        && blockSize % 4 == 0;
  }

  /** Bytes of the expanded image. */
  long expanded() {
    return blocks * blockSize;
  }
}
