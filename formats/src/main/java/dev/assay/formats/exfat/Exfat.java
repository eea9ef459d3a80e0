package dev.assay.formats.exfat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;

/** Reads exFAT file systems. */
public final class Exfat implements Container {
  @Override
  public String type() {
    return "application/vnd.assay.exfat";
  }

  @Override
  public boolean recognises(Bytes content) {
    return ExfatGeometry.of(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    ExfatGeometry geometry =
        ExfatGeometry.of(content)
            .orElseThrow(
                () -> new Malformed("exfat.boot", 0, "the boot sector does not hold together"));
    if (geometry.size() > content.size()) {
      String message = geometry.size() + " bytes announced, " + content.size() + " are there";
      listing.problem(new Problem("exfat.truncated", content.size(), message));
    }
    new ExfatWalk(content, geometry, listing).run();
  }
}
