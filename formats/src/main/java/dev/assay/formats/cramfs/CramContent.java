package dev.assay.formats.cramfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;

/** The content of one file: its blocks, one behind the other. */
final class CramContent implements Content {
  private static final int STORED = 1 << 31;
  private static final int DIRECT = 1 << 30;
  private static final BlockCodec ZLIB = BlockCodecs.zlib();

  private final Bytes image;
  private final CramSuperblock superblock;
  private final CramInode inode;
  private final int blockSize;

  CramContent(Bytes image, CramSuperblock superblock, CramInode inode, int blockSize) {
    this.image = image;
    this.superblock = superblock;
    this.inode = inode;
    this.blockSize = blockSize;
  }

  /** Bytes of a block as stored. */
  private record Stored(long start, long end, boolean compressed) {}

  @Override
  public long size() {
    return inode.size();
  }

  @Override
  public Bytes open(Memory memory) {
    int count = (inode.size() + blockSize - 1) / blockSize;
    Fields pointers = new Fields(image.block(inode.dataAt(), 4 * count), superblock.order());
    Sink sink = memory.sink(4L * count + compressedSize(pointers, count), inode.size());
    byte[] buffer = new byte[blockSize];
    try {
      long start = inode.dataAt() + 4L * count;
      for (int i = 0; i < count; i++) {
        int wanted = (int) Math.min(blockSize, inode.size() - sink.size());
        Stored stored = stored(pointers.i32(4 * i), start);
        if (stored.end() == stored.start()) {
          sink.zeros(wanted);
        } else {
          sink.write(buffer, 0, block(stored, buffer, wanted));
        }
        start = stored.end();
      }
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }

  private long compressedSize(Fields pointers, int count) {
    if (count == 0) {
      return 0;
    }
    long last = pointers.u32(4 * count - 4) & (superblock.hasExtendedPointers() ? 0x3FFFFFFF : -1L);
    return Math.clamp(last - inode.dataAt(), 0, image.size());
  }

  private Stored stored(int pointer, long before) {
    if (!superblock.hasExtendedPointers()) {
      return new Stored(before, Integer.toUnsignedLong(pointer), true);
    }
    boolean compressed = (pointer & STORED) == 0;
    if ((pointer & DIRECT) == 0) {
      return new Stored(before, pointer & ~(STORED | DIRECT), compressed);
    }
    long start = (pointer & ~(STORED | DIRECT)) * 4L;
    // A direct block that is compressed has its length in front.
    return compressed
        ? new Stored(
            start + 2,
            start + 2 + new Fields(image.block(start, 2), superblock.order()).u16(0),
            true)
        : new Stored(start, start + blockSize, false);
  }

  /** Fills the buffer with one block of {@code wanted} bytes. */
  private int block(Stored stored, byte[] buffer, int wanted) {
    long length = stored.end() - stored.start();
    if (length < 0 || length > 2L * blockSize) {
      throw new Malformed(
          "cramfs.block",
          stored.start(),
          "block of " + length + " bytes; at most " + 2 * blockSize + " expected");
    }
    if (!stored.compressed()) {
      image.read(stored.start(), buffer, 0, wanted);
      return wanted;
    }
    Block in = image.block(stored.start(), (int) length);
    int done = decompress(in, buffer, wanted);
    if (done != wanted) {
      throw new Malformed(
          "cramfs.block", stored.start(), "block has " + done + " bytes, expected " + wanted);
    }
    return done;
  }

  private static int decompress(Block in, byte[] buffer, int wanted) {
    try {
      return ZLIB.decompress(in.array(), in.arrayOffset(), in.size(), buffer, 0, wanted);
    } catch (Malformed damaged) {
      throw new Malformed("cramfs.block", -1, String.valueOf(damaged.getMessage()));
    }
  }
}
