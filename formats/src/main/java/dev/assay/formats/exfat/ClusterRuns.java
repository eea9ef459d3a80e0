package dev.assay.formats.exfat;

import dev.assay.formats.Bytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Follows contents from cluster to cluster. A cluster belongs to one content, once: what is in two,
 * or in a circle, ends the second.
 */
final class ClusterRuns {
  private static final long LAST = 0xFFFF_FFF8L;

  private final Bytes image;
  private final ExfatGeometry geometry;
  private final Window fat;
  private final BitSet taken = new BitSet();

  ClusterRuns(Bytes image, ExfatGeometry geometry) {
    this.image = image;
    this.geometry = geometry;
    this.fat = new Window(image);
  }

  /** The runs of a content that lie in the image. */
  List<Piece> follow(long first, boolean contiguous, long size, List<Problem> problems) {
    List<Piece> runs = new ArrayList<>();
    long cluster = first;
    for (long left = size; left > 0 && cluster < LAST; left -= geometry.clusterSize()) {
      long at = geometry.at(cluster);
      if (!geometry.holds(cluster)) {
        problems.add(new Problem("exfat.cluster", -1, "there is no cluster " + cluster));
        break;
      }
      if (taken.get((int) cluster)) {
        problems.add(new Problem("exfat.cross-link", at, "cluster " + cluster + " is used twice"));
        break;
      }
      if (at + geometry.clusterSize() > image.size()) {
        problems.add(new Problem("exfat.truncated", at, "the image ends before " + cluster));
        break;
      }
      taken.set((int) cluster);
      append(runs, new Piece(image, at, Math.min(left, geometry.clusterSize())));
      cluster = contiguous ? cluster + 1 : fat.block(geometry.fatAt() + 4 * cluster, 4).u32le(0);
    }
    return runs;
  }

  private static void append(List<Piece> runs, Piece next) {
    if (!runs.isEmpty() && runs.getLast().meets(next)) {
      runs.add(runs.removeLast().and(next.length()));
    } else {
      runs.add(next);
    }
  }
}
