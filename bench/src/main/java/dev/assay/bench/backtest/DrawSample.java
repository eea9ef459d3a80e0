package dev.assay.bench.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Draws source packages of a release by lot, those with an update and those without apart, since
 * the first are few. Prints binary packages, source package, size, dependents and for how many
 * packages of its sort it stands, a line each.
 */
final class DrawSample {
  private static final long SEED = 20_211_114;

  private DrawSample() {}

  /** {@code UPDATE PER-SORT PACKAGES-FILE SECURITY-PACKAGES-FILE} */
  public static void main(String[] arguments) throws IOException {
    List<SourcePackage> all =
        Archive.read(arguments[0], Path.of(arguments[2]), Path.of(arguments[3]));
    for (boolean updated : new boolean[] {true, false}) {
      List<SourcePackage> sort =
          new ArrayList<>(all.stream().filter(each -> each.updated() == updated).toList());
      Collections.shuffle(sort, new Random(SEED));
      List<SourcePackage> drawn =
          sort.subList(0, Math.min(sort.size(), Integer.parseInt(arguments[1])));
      for (SourcePackage each : drawn) {
        System.out.printf(
            Locale.ROOT,
            "%s\t%s\t%d\t%d\t%.4f%n",
            String.join(" ", each.binaries()),
            each.name(),
            each.size(),
            each.dependents(),
            sort.size() / (double) drawn.size());
      }
    }
  }
}
