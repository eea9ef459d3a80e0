package dev.assay.bench.backtest;

import dev.assay.bench.backtest.Judged.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Prints how well each ranking foretells the security fixes of one release or of several: the area
 * under its curve, and how much of it is above that of size and dependents, both with the middle 95
 * % of what resamples give. Of several releases, the mean.
 */
final class Compared {
  private record Group(String title, Predicate<Judged> members) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("all packages", each -> true),
          new Group("packages with programs", Judged::programs),
          new Group("packages without dependents", each -> each.dependents() == 0));

  private static final double[] SHARES = {.05, .10, .20};

  private Compared() {}

  /** {@code RANKING-FILE…}, as {@link RiskBacktest} writes them, one of each release. */
  public static void main(String[] arguments) throws IOException {
    List<List<Judged>> releases = new ArrayList<>();
    for (String file : arguments) {
      releases.add(Files.readAllLines(Path.of(file)).stream().map(Judged::of).toList());
    }
    GROUPS.forEach(group -> print(group, releases));
  }

  private static void print(Group group, List<List<Judged>> releases) {
    List<List<Judged>> packages =
        releases.stream().map(each -> each.stream().filter(group.members()).toList()).toList();
    List<List<Ranking>> rankings = packages.stream().map(Rankings::of).toList();
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d, of which %d fixed later%n",
        group.title(),
        packages.stream().mapToInt(List::size).sum(),
        packages.stream().flatMap(List::stream).filter(Judged::fixed).count());
    Resamples resamples = new Resamples(packages);
    double[][] areas = new double[rankings.getFirst().size()][];
    for (int at = 0; at < areas.length; at++) {
      int number = at;
      List<Ranking> each = rankings.stream().map(all -> all.get(number)).toList();
      areas[at] = resamples.areas(each);
      double[] lead = Resamples.middle(Resamples.less(areas[at], areas[Rankings.BASELINE]));
      double[] interval = Resamples.middle(areas[at]);
      StringBuilder captured = new StringBuilder();
      for (double share : SHARES) {
        captured.append(
            String.format(
                Locale.ROOT,
                "%s%.0f",
                captured.isEmpty() ? "" : "/",
                100
                    * mean(
                        packages.size(),
                        release ->
                            Discrimination.captured(
                                packages.get(release), each.get(release), share))));
      }
      System.out.printf(
          Locale.ROOT,
          "%-34s AUC %.3f (%.3f to %.3f), over size and dependents %+.4f to %+.4f; top 5/10/20 %%: %s %%%n",
          each.getFirst().name(),
          mean(
              packages.size(),
              release -> Discrimination.area(packages.get(release), each.get(release))),
          interval[0],
          interval[1],
          lead[0],
          lead[1],
          captured);
    }
  }

  private static double mean(int releases, IntToDoubleFunction of) {
    return IntStream.range(0, releases).mapToDouble(of).average().orElseThrow();
  }
}
