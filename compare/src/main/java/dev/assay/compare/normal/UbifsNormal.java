package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/** UBIFS: times in its inodes, the id in its superblock, and the checksums over them. */
final class UbifsNormal extends MaskedNormal {
  private static final long MAGIC = 0x06101831L;
  private static final int HEADER = 24;
  private static final int INODE = 0;
  private static final int INODE_NODE = 160;
  private static final int SUPERBLOCK = 6;
  private static final int SUPERBLOCK_NODE = 124;

  UbifsNormal() {
    super("application/vnd.linux.ubifs", "ubifs");
  }

  @Override
  void tell(Bytes content, Fields fields) {
    long at = 0;
    while (at <= content.size() - HEADER) {
      Block header = content.block(at, HEADER);
      long length = header.u32le(16);
      if (header.u32le(0) != MAGIC || length < HEADER) {
        at += 8;
        continue;
      }
      fields.id(at + 4, 4);
      if (header.u8(20) == INODE && length >= INODE_NODE) {
        fields.time(at + 56, 36);
      } else if (header.u8(20) == SUPERBLOCK && length >= SUPERBLOCK_NODE) {
        fields.id(at + 108, 16);
      }
      at += length + 7 & ~7L;
    }
  }
}
