package dev.assay.bench.backtest;

import java.util.function.ToDoubleFunction;

/**
 * A drawn source package with all that is compared.
 *
 * @param risk of its riskiest program, library or service (0 to 100); what all of them add up to
 *     decides between equals
 * @param programs whether it has any of these
 * @param size installed KiB
 * @param dependents other source packages of the release that depend on it
 * @param weight for how many packages of the release it stands
 * @param fixed whether it received a security fix after the release came out
 */
record Judged(
    String name,
    double risk,
    boolean programs,
    long size,
    int dependents,
    double weight,
    boolean fixed) {
  /** A way to rank packages. */
  record Ranking(String name, ToDoubleFunction<Judged> score) {}

  double logSize() {
    return Math.log1p(size);
  }

  double logDependents() {
    return Math.log1p(dependents);
  }
}
