package dev.assay.compare;

import dev.assay.formats.Entry;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Opener;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** Compares products. The result does not depend on the number of threads. */
public final class Comparer {
  private Comparer() {}

  public static Comparison compare(Product left, Product right, Limits limits, int threads) {
    try (Opener opener = new Opener(limits);
        ForkJoinPool pool = new ForkJoinPool(threads)) {
      List<Entry> lefts = left.sources().stream().map(opener::top).toList();
      List<Entry> rights = right.sources().stream().map(opener::top).toList();
      Run run = new Run(opener, lefts, rights);
      List<Finding> findings = pool.submit(() -> tops(run, lefts, rights)).join();
      if (opener.limitHit() && threads > 1) {
        // Which content met a limit of the whole product depends on the order of work.
        return compare(left, right, limits, 1);
      }
      return Comparison.of(
          Side.of(left.name(), lefts, opener),
          Side.of(right.name(), rights, opener),
          run.identical(),
          findings);
    }
  }

  private static List<Finding> tops(Run run, List<Entry> lefts, List<Entry> rights) {
    MemberComparison members = new MemberComparison(run, "", "", 0);
    // What the only file of a product is called says nothing of what it is.
    return lefts.size() == 1 && rights.size() == 1
        ? members.pair(rights.getFirst().path(), lefts.getFirst(), rights.getFirst())
        : members.of(lefts, rights).findings();
  }
}
