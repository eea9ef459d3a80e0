package dev.assay.formats.f2fs;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/**
 * One inode.
 *
 * @param node the whole node
 * @param fields bytes of further fields before the addresses
 * @param attributes bytes kept for attributes behind the addresses
 */
record F2fsInode(long number, Block node, int fields, int attributes) {
  static final int ADDRESSES = 360;
  static final int ADDRESSES_END = 4052;

  private static final int ENCRYPTED = 0x04;
  private static final int INLINE_ATTRIBUTES = 0x01;
  private static final int INLINE_DATA = 0x02;
  private static final int INLINE_NAMES = 0x04;
  private static final int MORE_FIELDS = 0x20;
  private static final int COMPRESSED = 0x4;
  private static final int USUAL_ATTRIBUTES = 200;
  private static final int COMPRESSION_FIELDS = 36;
  private static final int MOST_LOG_CLUSTER = 8;

  /**
   * @throws Malformed where its parts do not fit it
   */
  static F2fsInode read(Nodes nodes, F2fsSuperblock superblock, long number) {
    Block node = nodes.inode(number);
    int inline = node.u8(3);
    boolean more = (inline & MORE_FIELDS) != 0;
    int fields = more ? node.u16le(ADDRESSES) : 0;
    int attributes =
        superblock.hasFlexibleAttributes()
            ? more ? node.u16le(ADDRESSES + 2) * 4 : 0
            : (inline & (INLINE_ATTRIBUTES | INLINE_NAMES)) != 0 ? USUAL_ATTRIBUTES : 0;
    if (fields % 4 != 0 || fields + attributes > ADDRESSES_END - ADDRESSES - 4) {
      throw new Malformed(
          "f2fs.inode",
          -1,
          "inode " + number + " with " + fields + " and " + attributes + " bytes of fields");
    }
    return new F2fsInode(number, node, fields, attributes);
  }

  int mode() {
    return node.u16le(0);
  }

  long size() {
    return node.i64le(16);
  }

  boolean isEncrypted() {
    return (node.u8(2) & ENCRYPTED) != 0;
  }

  boolean hasInlineData() {
    return (node.u8(3) & INLINE_DATA) != 0;
  }

  boolean hasInlineNames() {
    return (node.u8(3) & INLINE_NAMES) != 0;
  }

  boolean isCompressed() {
    return (node.i32le(80) & COMPRESSED) != 0 && fields >= COMPRESSION_FIELDS;
  }

  /** 0 LZO, 1 LZ4, 2 Zstandard, 3 LZO with run lengths. */
  int algorithm() {
    return node.u8(ADDRESSES + 32);
  }

  /** Blocks that are compressed together; 1 where none are. */
  int cluster() {
    return isCompressed() ? 1 << Math.min(MOST_LOG_CLUSTER, node.u8(ADDRESSES + 33)) : 1;
  }

  int addressesAt() {
    return ADDRESSES + fields;
  }

  int addresses() {
    return (ADDRESSES_END - attributes - addressesAt()) / 4;
  }

  /** Data or names in the place of the addresses, of which the first is left unused. */
  Block inline() {
    int from = addressesAt() + 4;
    return node.slice(from, ADDRESSES_END - attributes - from);
  }
}
