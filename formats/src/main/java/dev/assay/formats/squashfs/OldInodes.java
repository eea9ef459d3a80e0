package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.codec.BlockCodec;
import java.util.Arrays;

/** Reads the inodes of versions 2 and 3. */
final class OldInodes {
  private static final int MAX_BLOCKS = 1 << 22;
  private static final long NO_FRAGMENT = 0xFFFF_FFFFL;

  private final OldSuperblock superblock;
  private final MetadataReader metadata;
  private final long imageSize;

  /** Bits before what is of one kind only: type, mode and owners; version 3: time and number. */
  private final int base;

  OldInodes(Bytes image, OldSuperblock superblock, BlockCodec codec) {
    this.superblock = superblock;
    this.metadata = new MetadataReader(image, codec, superblock.metadata());
    this.imageSize = image.size();
    this.base = superblock.version() == 3 ? 96 : 32;
  }

  MetadataReader metadata() {
    return metadata;
  }

  Inode read(long reference) {
    MetadataReader.Cursor cursor = metadata.at(superblock.inodeTable(), reference);
    BitFields head = next(cursor, base);
    Inode.Common common =
        new Inode.Common(
            (int) head.at(0, 4),
            (int) head.at(4, 12),
            (int) head.at(16, 8),
            (int) head.at(24, 8),
            reference,
            1,
            -1);
    if (superblock.version() == 3 && common.type() != 2) {
      cursor.next(4);
    }
    return switch (common.type()) {
      case 1 -> directory(common, next(cursor, superblock.version() == 3 ? 96 : 88), 19);
      case 8 -> directory(common, next(cursor, superblock.version() == 3 ? 104 : 96), 27);
      case 2 -> file(common, cursor);
      case 9 -> largeFile(common, cursor);
      case 3 -> new Inode.Link(common, target(cursor, (int) next(cursor, 16).at(0, 16)));
      case 4, 5 -> new Inode.Device(common, next(cursor, 16).at(0, 16));
      case 6, 7 -> new Inode.Pipe(common);
      default ->
          throw new Malformed("squashfs.inode", -1, "inode of unknown type " + common.type());
    };
  }

  private BitFields next(MetadataReader.Cursor cursor, int bits) {
    return new BitFields(cursor.next(bits / 8), superblock.order());
  }

  private Inode directory(Inode.Common common, BitFields rest, int sizeBits) {
    int behind = sizeBits + 13;
    long start = superblock.version() == 3 ? rest.at(behind, 32) : rest.at(behind + 32, 24);
    return new Inode.Directory(
        common, start, (int) rest.at(sizeBits, 13), rest.at(0, sizeBits), 0, 0);
  }

  private Inode file(Inode.Common common, MetadataReader.Cursor cursor) {
    BitFields rest = next(cursor, 160);
    boolean third = superblock.version() == 3;
    long start = third ? rest.at(0, 64) : rest.at(32, 32);
    return file(common, cursor, start, rest.at(64, 32), rest.at(96, 32), rest.at(128, 32));
  }

  private Inode largeFile(Inode.Common common, MetadataReader.Cursor cursor) {
    BitFields rest = next(cursor, 192);
    return file(common, cursor, rest.at(0, 64), rest.at(64, 32), rest.at(96, 32), rest.at(128, 64));
  }

  private Inode file(
      Inode.Common common,
      MetadataReader.Cursor cursor,
      long start,
      long fragment,
      long offset,
      long size) {
    long whole = size / superblock.blockSize();
    boolean more = fragment == NO_FRAGMENT && size % superblock.blockSize() != 0;
    long count = more ? whole + 1 : whole;
    if (size < 0 || count > Math.min(MAX_BLOCKS, Math.max(1024, imageSize * 512))) {
      throw new Malformed("squashfs.file-size", -1, "file of " + size + " bytes cannot be here");
    }
    int[] blocks = new int[(int) Math.min(count, 4096)];
    for (int i = 0; i < count; i++) {
      if (i == blocks.length) {
        blocks = Arrays.copyOf(blocks, (int) Math.min(count, blocks.length * 2L));
      }
      blocks[i] = (int) next(cursor, 32).at(0, 32);
    }
    return new Inode.File(
        common, start, size, fragment == NO_FRAGMENT ? -1 : fragment, offset, 0, blocks);
  }

  private static String target(MetadataReader.Cursor cursor, int length) {
    return Names.decode(cursor.next(length).bytes(0, length));
  }
}
