package dev.assay.formats.f2fs;

import static dev.assay.formats.f2fs.F2fsSuperblock.BLOCK;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;

/** Writes the content of a file whose blocks are compressed cluster by cluster. */
final class Clusters implements BlockWalk.Taker {
  private static final int HEADER = 24;
  private static final long HOLE = -1;

  private final Bytes image;
  private final long size;
  private final BlockCodec codec;
  private final Sink sink;
  private final long[] cluster;
  private int count;

  private Clusters(Bytes image, F2fsInode inode, Sink sink) {
    this.image = image;
    this.size = inode.size();
    this.codec = codec(inode.algorithm());
    this.sink = sink;
    this.cluster = new long[inode.cluster()];
  }

  static Bytes open(Bytes image, Nodes nodes, F2fsInode inode, Memory memory) {
    Sink sink = memory.sink(Math.clamp(inode.size(), 0, image.size()), -1);
    Clusters clusters = new Clusters(image, inode, sink);
    try {
      BlockWalk.of(nodes, inode, clusters);
    } catch (Malformed damaged) {
      throw new Content.Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }

  private static BlockCodec codec(int algorithm) {
    return switch (algorithm) {
      case 0 -> BlockCodecs.lzo();
      case 1 -> BlockCodecs.lz4();
      case 2 -> BlockCodecs.zstd();
      default -> throw new Malformed("f2fs.algorithm", -1, "compressed by algorithm " + algorithm);
    };
  }

  /** Holes of whole clusters come together. */
  @Override
  public void hole(long blocks) {
    long left = blocks;
    while (left > 0 && count > 0) {
      block(HOLE);
      left--;
    }
    long whole = left / cluster.length * cluster.length;
    sink.zeros(Math.min(whole * BLOCK, size - sink.size()));
    for (left -= whole; left > 0; left--) {
      block(HOLE);
    }
  }

  @Override
  public void block(long address) {
    cluster[count++] = address;
    if (count == cluster.length) {
      count = 0;
      if (cluster[0] == BlockWalk.COMPRESSED) {
        compressed();
      } else {
        plain();
      }
    }
  }

  private void plain() {
    for (long address : cluster) {
      int length = (int) Math.min(BLOCK, size - sink.size());
      if (address == HOLE) {
        sink.zeros(length);
      } else {
        Block block = image.block(address * BLOCK, length);
        sink.write(block.array(), block.arrayOffset(), length);
      }
    }
  }

  private void compressed() {
    byte[] packed = new byte[(cluster.length - 1) * BLOCK];
    int there = 0;
    for (int i = 1; i < cluster.length && cluster[i] != HOLE; i++) {
      image.read(cluster[i] * BLOCK, packed, there, BLOCK);
      there += BLOCK;
    }
    long length = there == 0 ? 0 : Bytes.of(packed).block(0, 4).u32le(0);
    if (there == 0 || length > there - HEADER) {
      throw new Malformed(
          "f2fs.cluster", -1, "compressed cluster of " + length + " bytes in " + there);
    }
    byte[] content = new byte[cluster.length * BLOCK];
    codec.decompress(packed, HEADER, (int) length, content, 0, content.length);
    sink.write(content, 0, (int) Math.min(content.length, size - sink.size()));
  }
}
