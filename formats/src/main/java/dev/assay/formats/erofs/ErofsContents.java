package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.JoinedBytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.SparseContent;
import java.util.Arrays;

/** Contents of inodes, by layout. Those that are not compressed are windows on the image. */
final class ErofsContents {
  private static final int CHUNK_INDEXES = 0x20;
  private static final int CHUNK_BITS = 0x1F;
  private static final int UNKNOWN_CHUNK_FORMAT = ~0x3F;
  private static final long HOLE = 0xFFFF_FFFFL;

  private final Bytes image;
  private final ErofsSuperblock superblock;
  private final PackedEnds packed;

  ErofsContents(Bytes image, ErofsSuperblock superblock) {
    this.image = image;
    this.superblock = superblock;
    this.packed = new PackedEnds(this, image, superblock);
  }

  Content of(ErofsInode inode) {
    return switch (inode.layout()) {
      case ErofsInode.PLAIN -> Content.of(blocks(inode.start(), inode.size(), inode));
      case ErofsInode.INLINE -> Content.of(inline(inode));
      case ErofsInode.CHUNKS -> chunks(inode);
      default -> new CompressedContent(image, superblock, inode, packed);
    };
  }

  private Bytes blocks(long block, long size, ErofsInode inode) {
    long start = block << superblock.blockBits();
    if (size == 0) {
      return image.slice(0, 0);
    }
    if (start > image.size() - size) {
      throw new Malformed(
          "erofs.block-out-of-range",
          inode.at(),
          size + " bytes at " + start + " of an image of " + image.size());
    }
    return image.slice(start, size);
  }

  private Bytes inline(ErofsInode inode) {
    if (inode.size() == 0) {
      return image.slice(0, 0);
    }
    int blockSize = superblock.blockSize();
    long before = (inode.size() - 1) / blockSize * blockSize;
    Bytes end = image.slice(inode.end(), inode.size() - before);
    if (before == 0) {
      return end;
    }
    long start = inode.start() << superblock.blockBits();
    blocks(inode.start(), before, inode);
    if (before <= Integer.MAX_VALUE) {
      long[] pieces = {start, inode.end()};
      return JoinedBytes.of(image, pieces, (int) before, inode.size(), (byte) 0);
    }
    long[] pieces = new long[(int) (before / blockSize) + 1];
    Arrays.setAll(pieces, i -> start + (long) i * blockSize);
    pieces[pieces.length - 1] = inode.end();
    return JoinedBytes.of(image, pieces, blockSize, inode.size(), (byte) 0);
  }

  private Content chunks(ErofsInode inode) {
    int format = (int) inode.start() & 0xFFFF;
    int bits = superblock.blockBits() + (format & CHUNK_BITS);
    if ((format & UNKNOWN_CHUNK_FORMAT) != 0 || bits > 40) {
      throw new Malformed("erofs.chunks", inode.at(), "chunks of unknown format " + format);
    }
    int step = (format & CHUNK_INDEXES) != 0 ? 8 : 4;
    long tableAt = inode.end() + step - 1 & -step;
    long count = inode.size() + (1L << bits) - 1 >> bits;
    if (count * step > image.size() - tableAt || count > Integer.MAX_VALUE / 8) {
      throw new Malformed(
          "erofs.chunks", inode.at(), count + " chunks do not fit an image of " + image.size());
    }
    long[] pieces = new long[(int) count];
    for (int i = 0; i < count; i++) {
      pieces[i] = chunk(image.block(tableAt + (long) i * step, step), inode);
      long length = Math.min(1L << bits, inode.size() - ((long) i << bits));
      if (pieces[i] != JoinedBytes.MISSING && pieces[i] > image.size() - length) {
        throw new Malformed(
            "erofs.block-out-of-range",
            inode.at(),
            "chunk at " + pieces[i] + " of an image of " + image.size());
      }
    }
    return new SparseContent(image, pieces, 1L << bits, inode.size());
  }

  private long chunk(Block entry, ErofsInode inode) {
    boolean isIndex = entry.size() == 8;
    long block = entry.u32le(isIndex ? 4 : 0);
    if (block == HOLE) {
      return JoinedBytes.MISSING;
    }
    if (isIndex && entry.u16le(2) != 0) {
      throw new Malformed(
          "erofs.device",
          inode.at(),
          "content is on another device, number " + entry.u16le(2) + ", which is not part of this");
    }
    return block << superblock.blockBits();
  }
}
