package dev.assay.formats.qcow2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Memory;
import dev.assay.formats.Window;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.Prefixes;
import dev.assay.formats.virtualdisk.DiskBuilder;

/** Follows the two levels of tables to the clusters of the disk. */
final class Clusters {
  private static final long OFFSET = 0x00FF_FFFF_FFFF_FE00L;
  private static final long COMPRESSED = 1L << 62;
  private static final int ENTRY = 8;
  private static final int SECTOR = 512;

  private final Bytes image;
  private final QcowHeader header;
  private final DiskBuilder disk;
  private final BlockCodec codec;
  private final Window first;
  private final Window second;
  private final int clusterSize;

  Clusters(Bytes image, QcowHeader header, Memory memory) {
    this.image = image;
    this.header = header;
    this.disk = new DiskBuilder("qcow2", image, memory, header.size());
    this.codec = header.compression() == 0 ? Prefixes.deflate() : Prefixes.zstd();
    this.first = new Window(image);
    this.second = new Window(image);
    this.clusterSize = 1 << header.clusterBits();
  }

  Decoded disk() {
    if (!header.backing().isEmpty()) {
      String message = "what the image lacks is in `" + header.backing() + "`; read as zeros";
      disk.problem("backing-file", 8, message);
    }
    if (header.snapshots() > 0) {
      disk.problem("snapshots", 60, header.snapshots() + " snapshots are not read");
    }
    long covered = (long) clusterSize / ENTRY * clusterSize;
    for (long i = 0; i < header.l1Entries() && !disk.isDone(); i++) {
      long at = header.l1At() + ENTRY * i;
      if (at > image.size() - ENTRY) {
        disk.problem("truncated", image.size(), "the L1 table is cut; the rest reads as zeros");
        break;
      }
      table(first.block(at, ENTRY).i64be(0) & OFFSET, covered);
    }
    return disk.finish();
  }

  private void table(long at, long covered) {
    if (at == 0) {
      disk.hole(covered);
      return;
    }
    if (at > image.size() - clusterSize) {
      disk.problem("table", at, "an L2 table lies outside the image; read as zeros");
      disk.hole(covered);
      return;
    }
    for (int i = 0; i < clusterSize / ENTRY && !disk.isDone(); i++) {
      cluster(second.block(at + (long) ENTRY * i, ENTRY).i64be(0));
    }
  }

  private void cluster(long entry) {
    if ((entry & COMPRESSED) != 0) {
      int bits = 62 - (header.clusterBits() - 8);
      long at = entry & (1L << bits) - 1;
      long sectors = (entry & COMPRESSED - 1) >>> bits;
      int stored = (int) ((sectors + 1) * SECTOR - at % SECTOR);
      disk.compressed(codec, at, stored, clusterSize);
    } else if ((entry & OFFSET) == 0 || header.version() == 3 && (entry & 1) != 0) {
      disk.hole(clusterSize);
    } else {
      disk.stored(entry & OFFSET, clusterSize);
    }
  }
}
