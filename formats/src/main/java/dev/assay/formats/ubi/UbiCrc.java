package dev.assay.formats.ubi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.zip.CRC32;

/** CRC-32 whose register starts with ones and is not inverted at the end. */
final class UbiCrc {
  private static final int CHUNK = 1 << 16;

  private UbiCrc() {}

  static int of(Block block, int length) {
    CRC32 crc = new CRC32();
    crc.update(block.array(), block.arrayOffset(), length);
    return ~(int) crc.getValue();
  }

  static int of(Bytes content, long from, long length) {
    CRC32 crc = new CRC32();
    for (long done = 0; done < length; done += CHUNK) {
      Block block = content.block(from + done, (int) Math.min(CHUNK, length - done));
      crc.update(block.array(), block.arrayOffset(), block.size());
    }
    return ~(int) crc.getValue();
  }
}
