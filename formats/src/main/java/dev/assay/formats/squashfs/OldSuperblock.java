package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import java.nio.ByteOrder;
import java.util.Optional;

/** The superblock of versions 1 to 3; offsets are from the start of the image. */
record OldSuperblock(
    ByteOrder order,
    int version,
    int blockSize,
    int users,
    int groups,
    long rootInode,
    long fragments,
    long bytesUsed,
    long userTable,
    long groupTable,
    long inodeTable,
    long directoryTable,
    long fragmentTable,
    MetadataHeader metadata) {
  private static final int SIZE = 119;
  private static final int CHECKED = 4;
  private static final int LARGEST_BLOCK = 1 << 20;

  /** The superblock at the start of the bytes, if it holds together. */
  static Optional<OldSuperblock> at(Bytes content) {
    if (content.size() < SIZE || !Magic.isAt(content)) {
      return Optional.empty();
    }
    return read(content, ByteOrder.LITTLE_ENDIAN)
        .or(() -> read(content, ByteOrder.BIG_ENDIAN))
        .filter(OldSuperblock::isPlausible);
  }

  private static Optional<OldSuperblock> read(Bytes content, ByteOrder order) {
    Fields fields = new Fields(content.block(0, SIZE), order);
    int version = fields.u16(28);
    int log = fields.u16(34);
    long blockSize = version == 1 ? fields.u16(32) : fields.u32(51);
    if (version < 1 || version > 3 || log > 20 || blockSize != 1L << log) {
      return Optional.empty();
    }
    boolean third = version == 3;
    int header = (fields.u8(36) & CHECKED) != 0 ? 3 : 2;
    return Optional.of(
        new OldSuperblock(
            order,
            version,
            1 << log,
            fields.u8(37),
            fields.u8(38),
            fields.i64(43),
            version == 1 ? 0 : fields.u32(55),
            third ? fields.i64(63) : fields.u32(8),
            third ? fields.i64(71) : fields.u32(12),
            third ? fields.i64(79) : fields.u32(16),
            third ? fields.i64(87) : fields.u32(20),
            third ? fields.i64(95) : fields.u32(24),
            third ? fields.i64(103) : fields.u32(59),
            new MetadataHeader(order, header)));
  }

  /** Whether its inodes can be read; those of version 1 have another form. */
  boolean isRead() {
    return version > 1;
  }

  private boolean isPlausible() {
    return blockSize >= (version == 1 ? 512 : 4096)
        && blockSize <= LARGEST_BLOCK
        && inodeTable > 0
        && directoryTable >= inodeTable
        && bytesUsed > directoryTable;
  }
}
