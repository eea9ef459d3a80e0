package dev.assay.formats.jffs2;

import dev.assay.formats.Block;
import dev.assay.formats.Fields;
import dev.assay.formats.Window;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The header of one node.
 *
 * @param type with the bit set that marks it as valid
 * @param length in bytes, header included
 * @param obsolete whether that bit was cleared
 */
record JffsNode(long at, int type, long length, boolean obsolete) {
  static final int MAGIC = 0x1985;
  static final int HEADER = 12;
  static final int ALIGNMENT = 4;

  static final int DIRENT = 0xE001;
  static final int INODE = 0xE002;
  static final int XATTR = 0xE008;
  static final int XREF = 0xE009;

  private static final int ACCURATE = 0x2000;
  private static final int INCOMPATIBLE = 0xC000;
  private static final byte[] TO_ZERO = {-1, -1, -1, -1};

  /** The node at an offset; empty where its header does not hold together. */
  static Optional<JffsNode> at(Window image, ByteOrder order, long at) {
    if (at < 0 || at > image.size() - HEADER) {
      return Optional.empty();
    }
    Fields header = new Fields(image.block(at, HEADER), order);
    if (header.u16(0) != MAGIC) {
      return Optional.empty();
    }
    int stored = header.u16(2);
    long length = header.u32(4);
    // The CRC was made before the node became obsolete.
    byte[] start = header.block().bytes(0, 8);
    start[header.isLittle() ? 3 : 2] |= ACCURATE >> 8;
    if (length < HEADER || crc(start, 0, 8) != header.i32(8)) {
      return Optional.empty();
    }
    return Optional.of(new JffsNode(at, stored | ACCURATE, length, (stored & ACCURATE) == 0));
  }

  /** Whether a reader that does not know the type cannot know what it misses. */
  boolean isIncompatible() {
    return (type & INCOMPATIBLE) == INCOMPATIBLE;
  }

  long end() {
    return at + length;
  }

  /** Where the next node may start. */
  long next() {
    return at + (length + ALIGNMENT - 1 & -ALIGNMENT);
  }

  static int crc(Block block, int from, int length) {
    return crc(block.array(), block.arrayOffset() + from, length);
  }

  /**
   * CRC-32 whose register starts at 0 and is not inverted at the end. Four bytes of ones bring the
   * usual register to 0.
   */
  private static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(TO_ZERO);
    crc.update(bytes, from, length);
    return ~(int) crc.getValue();
  }
}
