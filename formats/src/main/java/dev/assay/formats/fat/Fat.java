package dev.assay.formats.fat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;

/** Reads FAT file systems. */
public final class Fat implements Container {
  @Override
  public String type() {
    return "application/vnd.assay.fat";
  }

  @Override
  public boolean recognises(Bytes content) {
    return FatGeometry.of(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    FatGeometry geometry =
        FatGeometry.of(content)
            .orElseThrow(
                () -> new Malformed("fat.boot", 0, "the boot sector does not hold together"));
    if (geometry.size() > content.size()) {
      String message = geometry.size() + " bytes announced, " + content.size() + " are there";
      listing.problem(new Problem("fat.truncated", content.size(), message));
    }
    new FatWalk(content, geometry, listing).run();
  }
}
