package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.ByteOrder;

/** JFFS2: times in its nodes, and the checksums over them. */
final class JffsNormal extends MaskedNormal {
  private static final int MAGIC = 0x1985;
  private static final int NAME = 0xE001;
  private static final int INODE = 0xE002;
  private static final int HEADER = 12;
  private static final int NAME_NODE = 40;
  private static final int INODE_NODE = 68;

  JffsNormal() {
    super("application/vnd.linux.jffs2", "jffs2");
  }

  @Override
  void tell(Bytes content, Fields fields) {
    boolean little = content.block(0, 2).u16le(0) == MAGIC;
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long at = 0;
    while (at <= content.size() - HEADER) {
      Block header = content.block(at, HEADER);
      if (number16(header, 0, order) != MAGIC) {
        at += 4;
        continue;
      }
      long length = number32(header, 4, order);
      int type = number16(header, 2, order);
      if (type == NAME && length >= NAME_NODE) {
        fields.time(at + 24, 4).id(at + 32, 4);
      } else if (type == INODE && length >= INODE_NODE) {
        fields.time(at + 32, 12).id(at + 64, 4);
      }
      at += Math.max(HEADER, length + 3 & ~3L);
    }
  }

  private static int number16(Block block, int at, ByteOrder order) {
    return order == ByteOrder.LITTLE_ENDIAN ? block.u16le(at) : block.u16be(at);
  }

  private static long number32(Block block, int at, ByteOrder order) {
    return order == ByteOrder.LITTLE_ENDIAN ? block.u32le(at) : block.u32be(at);
  }
}
