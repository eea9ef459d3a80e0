package dev.assay.bench.backtest;

import dev.assay.bench.backtest.Judged.Ranking;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rankings that are compared, fixed before any comparison. */
final class Rankings {
  /** What others are measured against. */
  static final int BASELINE = 0;

  private Rankings() {}

  /** Of a release; where measures are added, in standard deviations among these packages. */
  static List<Ranking> of(List<Judged> packages) {
    ToDoubleFunction<Judged> size = standard(packages, Judged::logSize);
    ToDoubleFunction<Judged> dependents = standard(packages, Judged::logDependents);
    ToDoubleFunction<Judged> risk = standard(packages, Judged::risk);
    return List.of(
        new Ranking("size and dependents", sum(size, dependents)),
        new Ranking("size", size),
        new Ranking("Assay's risk", risk),
        new Ranking("Assay's risk and dependents", sum(risk, dependents)),
        new Ranking("Assay's risk, size and dependents", sum(risk, sum(size, dependents))));
  }

  private static ToDoubleFunction<Judged> sum(
      ToDoubleFunction<Judged> first, ToDoubleFunction<Judged> second) {
    return each -> first.applyAsDouble(each) + second.applyAsDouble(each);
  }

  /** A measure less its mean, in standard deviations, packages weighted as they stand. */
  private static ToDoubleFunction<Judged> standard(
      List<Judged> packages, ToDoubleFunction<Judged> measure) {
    double weight = packages.stream().mapToDouble(Judged::weight).sum();
    double mean =
        packages.stream().mapToDouble(p -> p.weight() * measure.applyAsDouble(p)).sum() / weight;
    double variance =
        packages.stream()
                .mapToDouble(p -> p.weight() * Math.pow(measure.applyAsDouble(p) - mean, 2))
                .sum()
            / weight;
    return p -> (measure.applyAsDouble(p) - mean) / Math.max(1e-9, Math.sqrt(variance));
  }
}
