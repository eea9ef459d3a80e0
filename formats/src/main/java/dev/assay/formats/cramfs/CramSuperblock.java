package dev.assay.formats.cramfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The superblock.
 *
 * @param at where it stands: 0, or 512 behind a boot sector
 * @param size of the image in bytes, 0 in images of the first version
 */
record CramSuperblock(long at, ByteOrder order, long size, long flags, long crc, CramInode root) {
  static final int MAGIC = 0x28CD3D45;
  static final int SIZE = 76;
  static final int CRC_AT = 32;
  private static final int BOOT_SECTOR = 512;
  private static final long VERSION_2 = 1;
  private static final long KNOWN = 0xF03;
  private static final String SIGNATURE = "Compressed ROMFS";

  static Optional<CramSuperblock> of(Bytes image) {
    return at(image, 0).or(() -> at(image, BOOT_SECTOR));
  }

  static Optional<CramSuperblock> at(Bytes image, long at) {
    if (image.size() < at + SIZE || !image.has(at + 16, SIGNATURE)) {
      return Optional.empty();
    }
    Fields little = new Fields(image.block(at, SIZE), ByteOrder.LITTLE_ENDIAN);
    boolean isLittle = little.i32(0) == MAGIC;
    Fields fields = isLittle ? little : new Fields(image.block(at, SIZE), ByteOrder.BIG_ENDIAN);
    long flags = fields.u32(8);
    if (fields.i32(0) != MAGIC || (flags & ~KNOWN) != 0) {
      return Optional.empty();
    }
    CramInode root = CramInode.at(image, fields.order(), at + 64);
    return root.isDirectory()
        ? Optional.of(
            new CramSuperblock(
                at,
                fields.order(),
                (flags & VERSION_2) == 0 ? 0 : fields.u32(4),
                flags,
                fields.u32(CRC_AT),
                root))
        : Optional.empty();
  }

  boolean hasCrc() {
    return (flags & VERSION_2) != 0;
  }

  boolean hasExtendedPointers() {
    return (flags & 0x800) != 0;
  }
}
