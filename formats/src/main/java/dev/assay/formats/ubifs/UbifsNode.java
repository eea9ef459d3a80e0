package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * One node whose CRC matches.
 *
 * @param at its offset in the volume
 * @param block the whole node
 */
record UbifsNode(long at, Block block) {
  static final byte[] MAGIC = {0x31, 0x18, 0x10, 0x06};
  static final int HEADER = 24;

  static final int INODE = 0;
  static final int DATA = 1;
  static final int NAME = 2;
  static final int ATTRIBUTE = 3;
  static final int CUT = 4;
  static final int PADDING = 5;
  static final int SUPERBLOCK = 6;
  static final int MASTER = 7;
  static final int REFERENCE = 8;
  static final int INDEX = 9;
  static final int COMMIT_START = 10;

  /** Largest erase block there is. */
  private static final int MAX_SIZE = 4 << 20;

  /**
   * @throws Malformed where there is none
   */
  static UbifsNode at(Bytes volume, long at) {
    Block header = volume.block(at, HEADER);
    if (!header.slice(0, 4).equalTo(MAGIC)) {
      throw new Malformed("ubifs.node", at, "expected a node, found no magic number");
    }
    long length = header.u32le(16);
    if (length < HEADER || length > MAX_SIZE) {
      throw new Malformed("ubifs.node", at, "node of " + length + " bytes");
    }
    Block node = volume.block(at, (int) length);
    CRC32 crc = new CRC32();
    crc.update(node.array(), node.arrayOffset() + 8, node.size() - 8);
    int computed = ~(int) crc.getValue();
    if (computed != node.i32le(4)) {
      throw new Malformed(
          "ubifs.node-crc",
          at,
          String.format(
              Locale.ROOT, "CRC of the node is %08x, computed %08x", node.i32le(4), computed));
    }
    return new UbifsNode(at, node);
  }

  /** A node that must have a type and the fields of that type. */
  static UbifsNode at(Bytes volume, long at, int type, int size) {
    UbifsNode node = at(volume, at);
    if (node.type() != type || node.block.size() < size) {
      throw new Malformed(
          "ubifs.node",
          at,
          "expected a node of type "
              + type
              + ", found "
              + node.type()
              + " of "
              + node.block.size()
              + " bytes");
    }
    return node;
  }

  int type() {
    return block.u8(20);
  }

  long sequence() {
    return block.i64le(8);
  }

  long end() {
    return at + block.size();
  }

  /** The key of an inode, data, name or attribute. */
  UbifsKey key() {
    return UbifsKey.at(block, HEADER);
  }
}
