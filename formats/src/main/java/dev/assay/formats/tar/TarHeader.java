package dev.assay.formats.tar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;

/**
 * One header block as stored.
 *
 * @param at offset of the block
 */
record TarHeader(
    long at,
    Block block,
    byte[] name,
    int mode,
    long uid,
    long gid,
    long size,
    char type,
    byte[] link) {
  static final int SIZE = 512;
  private static final int CHECKSUM = 148;
  private static final int MAGIC = 257;
  private static final String V7_TYPES = "\000" + "01234567";

  /**
   * @throws Malformed {@code tar.number} where a field is no number
   */
  static TarHeader read(Bytes content, long at) {
    Block block = content.block(at, SIZE);
    return new TarHeader(
        at,
        block,
        name(block),
        (int) TarField.number(block, 100, 8, at),
        TarField.number(block, 108, 8, at),
        TarField.number(block, 116, 8, at),
        TarField.number(block, 124, 12, at),
        (char) block.u8(156),
        TarField.text(block, 157, 100));
  }

  long deviceMajor() {
    return isUstar(block) ? TarField.number(block, 329, 8, at) : 0;
  }

  long deviceMinor() {
    return isUstar(block) ? TarField.number(block, 337, 8, at) : 0;
  }

  /**
   * Whether the block can be a header: its checksum is right, signed or unsigned as writers differ.
   */
  static boolean isSound(Block block) {
    // Without a digit there is no checksum, though signed bytes may add up to the 0 it would be.
    if (isZero(block) || !TarField.hasDigit(block, CHECKSUM, 8)) {
      return false;
    }
    long stored;
    try {
      stored = TarField.number(block, CHECKSUM, 8, 0);
    } catch (Malformed none) {
      return false;
    }
    int unsigned = 0;
    int signed = 0;
    for (int i = 0; i < SIZE; i++) {
      int b = i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : block.u8(i);
      unsigned += b;
      signed += (byte) b;
    }
    return stored == unsigned || stored == signed;
  }

  static boolean isUstar(Block block) {
    return block.slice(MAGIC, 5).equalTo(new byte[] {'u', 's', 't', 'a', 'r'});
  }

  /** A v7 header has no magic number, so its type and name must look the part. */
  static boolean isPlausibleV7(Block block) {
    return V7_TYPES.indexOf(block.u8(156)) >= 0
        && block.u8(0) > ' '
        && block.u8(0) != 0x7F
        && block.u8(100) < 0x80;
  }

  static boolean isZero(Block block) {
    for (int i = 0; i < block.size(); i++) {
      if (block.u8(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** GNU uses the place of the prefix for other things. */
  private static byte[] name(Block block) {
    byte[] name = TarField.text(block, 0, 100);
    boolean posix = isUstar(block) && block.u8(262) == 0;
    byte[] prefix = posix ? TarField.text(block, 345, 155) : new byte[0];
    if (prefix.length == 0) {
      return name;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(prefix);
    whole.write('/');
    whole.writeBytes(name);
    return whole.toByteArray();
  }
}
