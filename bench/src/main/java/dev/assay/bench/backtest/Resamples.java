package dev.assay.bench.backtest;

import dev.assay.bench.backtest.Judged.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Resamples of the sources of some releases, with replacement (the bootstrap of Efron). A source is
 * drawn as a whole, in all releases that have it, since what is fixed in one is mostly fixed in the
 * others. Every ranking sees the same resamples, so that their differences can be taken.
 */
final class Resamples {
  private static final int COUNT = 2000;
  private static final long SEED = 20_230_610;

  private final List<List<List<Judged>>> drawn = new ArrayList<>(COUNT);

  /**
   * @param releases the packages of each
   */
  Resamples(List<List<Judged>> releases) {
    List<String> names =
        releases.stream().flatMap(List::stream).map(Judged::name).distinct().sorted().toList();
    Random random = new Random(SEED);
    for (int i = 0; i < COUNT; i++) {
      Map<String, Integer> times = new HashMap<>();
      for (int name = 0; name < names.size(); name++) {
        times.merge(names.get(random.nextInt(names.size())), 1, Integer::sum);
      }
      drawn.add(releases.stream().map(each -> taken(each, times)).toList());
    }
  }

  private static List<Judged> taken(List<Judged> packages, Map<String, Integer> times) {
    List<Judged> taken = new ArrayList<>(packages.size());
    for (Judged each : packages) {
      for (int left = times.getOrDefault(each.name(), 0); left > 0; left--) {
        taken.add(each);
      }
    }
    return taken;
  }

  /**
   * The area of each resample.
   *
   * @param rankings of each release
   */
  double[] areas(List<Ranking> rankings) {
    double[] areas = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      List<List<Judged>> releases = drawn.get(i);
      for (int release = 0; release < releases.size(); release++) {
        areas[i] += Discrimination.area(releases.get(release), rankings.get(release));
      }
      areas[i] /= releases.size();
    }
    return areas;
  }

  /** What the first are above the second, each less each. */
  static double[] less(double[] first, double[] second) {
    double[] differences = new double[first.length];
    Arrays.setAll(differences, i -> first[i] - second[i]);
    return differences;
  }

  /** The middle 95 %. */
  static double[] middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new double[] {sorted[COUNT * 25 / 1000], sorted[COUNT * 975 / 1000]};
  }
}
