package dev.assay.formats.f2fs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.inodes.XattrNames;
import java.util.HashMap;
import java.util.Map;

/** Extended attributes of an inode: those in it, then those in a node of their own. */
final class F2fsXattrs {
  private static final int MAGIC = 0xF2F52011;
  private static final int HEADER = 24;
  private static final int IN_NODE = 4072;

  private F2fsXattrs() {}

  /** Full names to values. */
  static Map<String, byte[]> of(Nodes nodes, F2fsInode inode) {
    long node = inode.node().u32le(76);
    byte[] stored = new byte[inode.attributes() + (node == 0 ? 0 : IN_NODE)];
    int own = inode.attributes();
    copy(inode.node().slice(F2fsInode.ADDRESSES_END - own, own), stored, 0);
    if (node != 0) {
      copy(nodes.node(node, inode.number()).slice(0, IN_NODE), stored, own);
    }
    Block block = Bytes.of(stored).block(0, stored.length);
    if (stored.length < HEADER || block.i32le(0) != MAGIC) {
      return Map.of();
    }
    Map<String, byte[]> values = new HashMap<>();
    for (int at = HEADER; at + 4 <= stored.length && block.i32le(at) != 0; ) {
      int name = block.u8(at + 1);
      int value = block.u16le(at + 2);
      int end = at + 4 + name + value;
      if (end > stored.length) {
        throw new Malformed("f2fs.xattr", -1, "attribute of " + (name + value) + " bytes");
      }
      values.put(
          XattrNames.of(block.u8(at), block.bytes(at + 4, name)),
          block.bytes(at + 4 + name, value));
      at = end + 3 & ~3;
    }
    return values;
  }

  private static void copy(Block from, byte[] to, int at) {
    System.arraycopy(from.array(), from.arrayOffset(), to, at, from.size());
  }
}
