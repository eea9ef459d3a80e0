package dev.assay.formats.ubifs;

import dev.assay.formats.Block;

/**
 * What a node is about.
 *
 * @param type as of nodes: inode, data, name or attribute
 * @param rest number of the data block, or hash of the name
 */
record UbifsKey(long inode, int type, int rest) {
  static UbifsKey at(Block block, int at) {
    int word = block.i32le(at + 4);
    return new UbifsKey(block.u32le(at), word >>> 29, word & 0x1FFF_FFFF);
  }
}
