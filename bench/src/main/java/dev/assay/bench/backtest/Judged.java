package dev.assay.bench.backtest;

import java.util.Locale;
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

  /** What {@link #line} writes. */
  static Judged of(String line) {
    String[] cells = line.split("\t", -1);
    return new Judged(
        cells[1],
        Double.parseDouble(cells[0]),
        cells[3].equals("programs"),
        Long.parseLong(cells[4]),
        Integer.parseInt(cells[5]),
        Double.parseDouble(cells[6]),
        cells[2].equals("fixed"));
  }

  /** Its cells, separated by tabs: risk, name, fixed, programs, size, dependents, weight. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%.6f\t%s\t%s\t%s\t%d\t%d\t%.4f",
        risk,
        name,
        fixed ? "fixed" : "",
        programs ? "programs" : "",
        size,
        dependents,
        weight);
  }

  double logSize() {
    return Math.log1p((double) size);
  }

  double logDependents() {
    return Math.log1p(dependents);
  }
}
