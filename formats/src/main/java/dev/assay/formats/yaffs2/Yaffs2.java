package dev.assay.formats.yaffs2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.inodes.InodeWalk;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads YAFFS2 images with spare areas, of all page sizes and both byte orders. */
public final class Yaffs2 implements Container, Carvable {
  private static final int ERASED_TOLERATED = 64;

  @Override
  public String type() {
    return "application/vnd.yaffs2";
  }

  @Override
  public boolean recognises(Bytes content) {
    return YaffsGeometry.of(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    YaffsGeometry geometry =
        YaffsGeometry.of(content)
            .orElseThrow(
                () -> new Malformed("yaffs2.geometry", 0, "no page and spare size fits the image"));
    YaffsLog log = YaffsLog.of(content, geometry, listing);
    InodeWalk.list(new YaffsTree(content, geometry, log), listing);
    long lost = log.lost();
    if (lost > 0) {
      listing.problem(
          new Problem(
              "yaffs2.lost",
              -1,
              lost + " objects are neither deleted nor below the root directory; not listed"));
    }
  }

  /** The header of the root directory, which writers put first: type, directory, FFFF, no name. */
  @Override
  public List<byte[]> magics() {
    return List.of(
        new byte[] {3, 0, 0, 0, 1, 0, 0, 0, -1, -1, 0},
        new byte[] {0, 0, 0, 3, 0, 0, 0, 1, -1, -1, 0});
  }

  /** As far as pages have sound spare areas or are erased. */
  @Override
  public OptionalLong extent(Bytes here) {
    Optional<YaffsGeometry> found = YaffsGeometry.of(here);
    if (found.isEmpty()) {
      return OptionalLong.empty();
    }
    YaffsGeometry geometry = found.get();
    long end = 0;
    int erased = 0;
    for (long next = 0;
        next <= here.size() - geometry.step() && erased <= ERASED_TOLERATED;
        next += geometry.step()) {
      if (geometry.tags(here, next).isPresent()) {
        end = next + geometry.step();
        erased = 0;
      } else {
        erased++;
      }
    }
    return OptionalLong.of(end);
  }
}
