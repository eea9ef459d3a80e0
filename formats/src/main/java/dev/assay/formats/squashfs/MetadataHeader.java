package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.ByteOrder;

/**
 * What stands before each metadata block.
 *
 * @param size in bytes: the length, and a byte more where the image is checked
 */
record MetadataHeader(ByteOrder order, int size) {
  static final MetadataHeader VERSION_4 = new MetadataHeader(ByteOrder.LITTLE_ENDIAN, 2);

  /** The length as stored. */
  int length(Bytes image, long at) {
    Block block = image.block(at, 2);
    return order == ByteOrder.LITTLE_ENDIAN ? block.u16le(0) : block.u16be(0);
  }
}
