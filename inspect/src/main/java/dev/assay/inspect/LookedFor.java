package dev.assay.inspect;

import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.identity.LibraryParts;
import dev.assay.inspect.identity.Products;
import dev.assay.inspect.match.Signatures;
import dev.assay.inspect.scan.Interest;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** What readers want to know of every content. */
final class LookedFor {
  private final ForkJoinTask<Signatures> inContents;
  private final List<String> inRoots;
  private final Interest interest;

  /** The same for nearly all inspections. */
  private static final class ByAll {
    static final LookedFor VALUE = new LookedFor(Readers.all(Faults.END));
  }

  private LookedFor(Readers readers) {
    this(readers, begun(readers));
  }

  private LookedFor(Readers readers, ForkJoinTask<Signatures> inContents) {
    this.inContents = inContents;
    inRoots =
        readers.roots().stream()
            .flatMap(inspector -> inspector.reads().stream())
            .distinct()
            .toList();
    interest = Interest.of(inRoots);
  }

  static LookedFor by(Readers readers) {
    if (!readers.contents().equals(Inspectors.ofContent())) {
      return new LookedFor(readers);
    }
    return readers.roots().equals(Inspectors.ofRoots())
        ? ByAll.VALUE
        : new LookedFor(readers, ByAll.VALUE.inContents);
  }

  /** Signatures and markers. */
  Signatures inContents() {
    return inContents.join();
  }

  /** Patterns of the files that root inspectors read. */
  List<String> inRoots() {
    return inRoots;
  }

  /** In the files that root inspectors read. */
  Interest interest() {
    return interest;
  }

  /** Signatures are put together beside what else begins: a product is opened before any is met. */
  private static ForkJoinTask<Signatures> begun(Readers readers) {
    return ForkJoinPool.commonPool().submit(() -> signatures(readers));
  }

  private static Signatures signatures(Readers readers) {
    return Signatures.standard()
        .and(Products.standard().signatures())
        .and(LibraryParts.standard().signatures())
        .with(
            readers.contents().stream()
                .flatMap(inspector -> inspector.markers().stream())
                .distinct()
                .toList())
        .ready();
  }
}
