package dev.assay.formats.ubifs;

import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;

/** Tells problems of the volume, not more than a reader can use. */
final class UbifsProblems {
  private static final int MAX = 50;

  private final Listing listing;
  private int count;

  UbifsProblems(Listing listing) {
    this.listing = listing;
  }

  /** Goes on after damage; unwinds where a limit was hit. */
  void take(Malformed damaged) {
    if (damaged.problem().code().startsWith("limit.")) {
      throw damaged;
    }
    count++;
    if (count <= MAX) {
      listing.problem(damaged.problem());
    } else if (count == MAX + 1) {
      listing.problem(new Problem("ubifs.damage", -1, "more damaged nodes; not told one by one"));
    }
  }
}
