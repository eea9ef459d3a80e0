package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.erofs.ClusterMap.Cluster;
import dev.assay.formats.erofs.ClusterMap.Header;

/** A compressed content: extent by extent, each decompressed on its own. */
final class CompressedContent implements Content {
  private static final int LARGEST_EXTENT = 16 << 20;
  private static final int LARGEST_STORED = 4 << 20;

  /**
   * How many bytes of the image may be read for one of the content: extents may be shared, and then
   * only a part of each be wanted.
   */
  private static final int MOST_READ = 64;

  private final Bytes image;
  private final ErofsSuperblock superblock;
  private final ErofsInode inode;
  private final PackedEnds packed;

  CompressedContent(Bytes image, ErofsSuperblock superblock, ErofsInode inode, PackedEnds packed) {
    this.image = image;
    this.superblock = superblock;
    this.inode = inode;
    this.packed = packed;
  }

  @Override
  public long size() {
    return inode.size();
  }

  @Override
  public Bytes open(Memory memory) {
    if (inode.size() == 0) {
      return image.slice(0, 0);
    }
    Header header = Header.of(image, inode);
    if (header.allPacked()) {
      return packed.slice(header.packedAt(), inode.size(), inode, memory);
    }
    ClusterMap map = ClusterMap.of(image, inode, header, header.clusterBits(superblock));
    // The inode counts its compressed blocks; what it takes from the packed inode is not among
    // them.
    long stored =
        Math.min(image.size(), (inode.start() << superblock.blockBits()) + header.inlineSize());
    Sink sink =
        memory.sink(
            Math.max(stored, header.lastIsPacked() ? LARGEST_EXTENT : superblock.blockSize()),
            Math.min(inode.size(), stored * 4));
    Reading reading = new Reading(header, map, sink, memory);
    try {
      reading.run();
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }

  private final class Reading {
    private final Header header;
    private final ClusterMap map;
    private final Sink sink;
    private final Memory memory;
    private byte[] out = new byte[0];
    private long read;

    Reading(Header header, ClusterMap map, Sink sink, Memory memory) {
      this.header = header;
      this.map = map;
      this.sink = sink;
      this.memory = memory;
    }

    void run() {
      int bits = header.clusterBits(superblock);
      Cluster open = map.at(0);
      if (open.kind() == ClusterMap.NO_START || open.offset() != 0) {
        throw new Malformed("erofs.index", inode.at(), "the first cluster starts no extent");
      }
      int blocks = 0;
      for (int i = 1; i < map.count(); i++) {
        Cluster cluster = map.at(i);
        if (cluster.kind() == ClusterMap.NO_START) {
          blocks = cluster.blocks() > 0 ? cluster.blocks() : blocks;
          continue;
        }
        long end = ((long) i << bits) + cluster.offset();
        if (end >= inode.size()) {
          // Some writers mark the end of the file as if one more extent started there.
          break;
        }
        extent(open, blocks, end);
        open = cluster;
        blocks = 0;
      }
      last(open, blocks);
    }

    private void last(Cluster cluster, int blocks) {
      long length = inode.size() - sink.size();
      if (length > 0 && header.lastIsPacked()) {
        copy(packed.slice(header.packedAt(), length, inode, memory));
      } else if (length > 0 && header.lastIsInline()) {
        extent(cluster, map.end(), header.inlineSize(), length);
      } else {
        extent(cluster, blocks, inode.size());
      }
    }

    private void extent(Cluster cluster, int blocks, long end) {
      long length = end - sink.size();
      if (length < 0) {
        throw new Malformed("erofs.index", inode.at(), "extents are not in order");
      }
      if (length == 0) {
        return;
      }
      long stored =
          blocks == 0
              ? 1L << header.clusterBits(superblock)
              : (long) blocks << superblock.blockBits();
      extent(cluster, cluster.block() << superblock.blockBits(), stored, length);
    }

    private void extent(Cluster cluster, long at, long stored, long length) {
      read += stored;
      if (length > LARGEST_EXTENT || stored > LARGEST_STORED) {
        throw new Malformed(
            "erofs.extent", at, "extent of " + stored + " bytes for " + length + "; too large");
      }
      if (read > MOST_READ * inode.size() + LARGEST_EXTENT) {
        throw new Malformed("erofs.overlap", at, "extents overlap so often that not all are read");
      }
      if (stored > length) {
        // It costs as much as if it were content, and files may share it without end.
        memory.count(image.size(), stored - length);
      }
      // The image may end with the data of its last block.
      Block in = image.blockUpTo(Math.min(at, image.size()), (int) stored);
      if (out.length < length) {
        out = new byte[(int) length];
      }
      if (cluster.kind() == ClusterMap.STORED) {
        stored(in, at, (int) length);
      } else {
        decompress(cluster, in, at, (int) length);
      }
      sink.write(out, 0, (int) length);
    }

    private void stored(Block in, long at, int length) {
      if (length > in.size()) {
        throw new Malformed(
            "erofs.extent", at, "extent has " + in.size() + " bytes, expected " + length);
      }
      int blockSize = superblock.blockSize();
      int turned = header.isTurnedRound() ? (int) (sink.size() % blockSize) : 0;
      int first = Math.min(length, (header.isTurnedRound() ? blockSize : in.size()) - turned);
      System.arraycopy(in.array(), in.arrayOffset() + turned, out, 0, first);
      System.arraycopy(in.array(), in.arrayOffset(), out, first, length - first);
    }

    private void decompress(Cluster cluster, Block in, long at, int length) {
      int skipped = 0;
      if (superblock.padsInFront()) {
        int most = Math.min(in.size(), superblock.blockSize());
        while (skipped < most && in.u8(skipped) == 0) {
          skipped++;
        }
      }
      int done =
          ErofsCodecs.decompress(
              header.algorithm(cluster.kind()),
              in.slice(skipped, in.size() - skipped),
              out,
              length,
              at);
      if (done != length) {
        throw new Malformed(
            "erofs.extent", at, "extent has " + done + " bytes of content, expected " + length);
      }
    }

    private void copy(Bytes end) {
      for (long done = 0; done < end.size(); ) {
        Block block = end.blockUpTo(done, 1 << 16);
        sink.write(block.array(), block.arrayOffset(), block.size());
        done += block.size();
      }
    }
  }
}
