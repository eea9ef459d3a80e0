package dev.assay.inspect;

import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.identity.LibraryParts;
import dev.assay.inspect.identity.Products;
import dev.assay.inspect.match.Signatures;
import java.util.List;

/**
 * What readers want to know of every content.
 *
 * @param inContents signatures and markers
 * @param inRoots patterns of the files that root inspectors read
 */
record LookedFor(Signatures inContents, List<String> inRoots) {
  /** The same for nearly all inspections. */
  private static final class ByAll {
    static final LookedFor VALUE = collected(Readers.all(Faults.END));
  }

  static LookedFor by(Readers readers) {
    boolean all =
        readers.contents().equals(Inspectors.ofContent())
            && readers.roots().equals(Inspectors.ofRoots());
    return all ? ByAll.VALUE : collected(readers);
  }

  private static LookedFor collected(Readers readers) {
    return new LookedFor(
        Signatures.standard()
            .and(Products.standard().signatures())
            .and(LibraryParts.standard().signatures())
            .with(
                readers.contents().stream()
                    .flatMap(inspector -> inspector.markers().stream())
                    .distinct()
                    .toList()),
        readers.roots().stream()
            .flatMap(inspector -> inspector.reads().stream())
            .distinct()
            .toList());
  }
}
