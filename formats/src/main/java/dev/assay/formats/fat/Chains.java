package dev.assay.formats.fat;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Follows chains of clusters. A cluster belongs to one chain, once: what is in two, or in a circle,
 * ends the second.
 */
final class Chains {
  private final Bytes image;
  private final FatGeometry geometry;
  private final Window window;
  private final BitSet taken = new BitSet();

  Chains(Bytes image, FatGeometry geometry) {
    this.image = image;
    this.geometry = geometry;
    this.window = new Window(image);
  }

  /**
   * Offsets of the clusters of a chain that lie in the image.
   *
   * @param most clusters that are needed
   */
  List<Long> follow(long first, long most, List<Problem> problems) {
    List<Long> offsets = new ArrayList<>();
    long cluster = first;
    while (offsets.size() < most && cluster < end()) {
      long at = geometry.at(cluster);
      if (!geometry.holds(cluster)) {
        problems.add(new Problem("fat.cluster", -1, "there is no cluster " + cluster));
        break;
      }
      if (taken.get((int) cluster)) {
        problems.add(new Problem("fat.cross-link", at, "cluster " + cluster + " is used twice"));
        break;
      }
      if (at + geometry.clusterSize() > image.size()) {
        problems.add(new Problem("fat.truncated", at, "the image ends before " + cluster));
        break;
      }
      taken.set((int) cluster);
      offsets.add(at);
      cluster = next(cluster);
    }
    return offsets;
  }

  /** Whether a chain that was followed goes through a cluster. */
  boolean isTaken(int cluster) {
    return taken.get(cluster);
  }

  private long end() {
    return switch (geometry.width()) {
      case 12 -> 0xFF8;
      case 16 -> 0xFFF8;
      default -> 0x0FFF_FFF8;
    };
  }

  /** What the FAT has for a cluster, without the four bits of FAT32 that say nothing. */
  long next(long cluster) {
    return geometry.width() == 32 ? raw(cluster) & 0x0FFF_FFFF : raw(cluster);
  }

  /** Whether an entry is one of the two that programs write at the end of a chain. */
  boolean isUsualEnd(long raw) {
    return raw == end() || raw == end() + 7;
  }

  boolean isEnd(long raw) {
    return (raw & 0x0FFF_FFFF) >= end();
  }

  /** All bits that the FAT has for a cluster. */
  long raw(long cluster) {
    long bits = cluster * geometry.width();
    Block entry = window.block(geometry.fatAt() + bits / 8, geometry.width() == 32 ? 4 : 2);
    return switch (geometry.width()) {
      case 12 -> bits % 8 == 0 ? entry.u16le(0) & 0xFFF : entry.u16le(0) >> 4;
      case 16 -> entry.u16le(0);
      default -> entry.u32le(0);
    };
  }
}
