package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The superblock; places in bytes.
 *
 * @param size of the image
 * @param packed inode that holds ends of files, or 0
 */
record ErofsSuperblock(
    int blockBits,
    long root,
    long size,
    long metadataAt,
    long sharedAt,
    long incompatible,
    long packed) {
  static final int OFFSET = 1024;
  static final byte[] MAGIC = {(byte) 0xE2, (byte) 0xE1, (byte) 0xF5, (byte) 0xE0};
  private static final int SIZE = 128;
  private static final int CHECKSUM = 1;
  private static final int ZERO_PADDING = 1;
  private static final int FRAGMENTS = 0x20;

  /** Features that change where things stand and that are not read here. */
  private static final int UNKNOWN = ~0x7F;

  static Optional<ErofsSuperblock> of(Bytes image) {
    if (!image.has(OFFSET, MAGIC) || image.size() < OFFSET + SIZE) {
      return Optional.empty();
    }
    Block block = image.block(OFFSET, SIZE);
    int bits = block.u8(12);
    if (bits < 9 || bits > 16) {
      return Optional.empty();
    }
    long incompatible = block.u32le(80);
    return Optional.of(
        new ErofsSuperblock(
            bits,
            block.u16le(14),
            block.u32le(36) << bits,
            block.u32le(40) << bits,
            block.u32le(44) << bits,
            incompatible,
            (incompatible & FRAGMENTS) != 0 ? block.i64le(96) : 0));
  }

  int blockSize() {
    return 1 << blockBits;
  }

  /** Whether compressed data stand at the end of their blocks, zeros before them. */
  boolean padsInFront() {
    return (incompatible & ZERO_PADDING) != 0;
  }

  /** Features of later versions, or 0. */
  long unknownFeatures() {
    return incompatible & UNKNOWN & 0xFFFF_FFFFL;
  }

  /** Whether the checksum of the superblock, if it has one, matches. */
  boolean matchesChecksum(Bytes image) {
    int length = blockSize() > OFFSET ? blockSize() - OFFSET : blockSize();
    Block block = image.blockUpTo(OFFSET, length);
    if ((block.i32le(8) & CHECKSUM) == 0) {
      return true;
    }
    byte[] bytes = block.bytes(0, block.size());
    Arrays.fill(bytes, 4, 8, (byte) 0);
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return ~(int) crc.getValue() == block.i32le(4);
  }
}
