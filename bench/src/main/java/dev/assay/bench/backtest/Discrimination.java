package dev.assay.bench.backtest;

import dev.assay.bench.backtest.Judged.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well a ranking tells packages with later fixes from others. */
final class Discrimination {
  private Discrimination() {}

  /**
   * The area under the ROC curve: the chance that a package with a fix ranks above one without,
   * equals counted half.
   */
  static double area(List<Judged> packages, Ranking ranking) {
    List<Judged> ordered = new ArrayList<>(packages);
    ordered.sort(Comparator.comparingDouble(ranking.score()));
    double below = 0;
    double won = 0;
    double fixed = 0;
    int at = 0;
    while (at < ordered.size()) {
      double score = ranking.score().applyAsDouble(ordered.get(at));
      double equalFixed = 0;
      double equalOthers = 0;
      for (; at < ordered.size(); at++) {
        Judged each = ordered.get(at);
        if (ranking.score().applyAsDouble(each) != score) {
          break;
        }
        equalFixed += each.fixed() ? each.weight() : 0;
        equalOthers += each.fixed() ? 0 : each.weight();
      }
      won += equalFixed * (below + equalOthers / 2);
      below += equalOthers;
      fixed += equalFixed;
    }
    return won / (fixed * below);
  }

  /** Share of the packages with fixes among the first of the ranking. */
  static double captured(List<Judged> packages, Ranking ranking, double share) {
    List<Judged> ordered = new ArrayList<>(packages);
    ordered.sort(
        Comparator.comparingDouble(ranking.score()).reversed().thenComparing(Judged::name));
    double room = share * packages.stream().mapToDouble(Judged::weight).sum();
    double fixed = 0;
    for (Judged each : ordered) {
      double part = Math.clamp(room / each.weight(), 0, 1);
      fixed += each.fixed() ? part * each.weight() : 0;
      room -= each.weight();
    }
    return fixed / packages.stream().filter(Judged::fixed).mapToDouble(Judged::weight).sum();
  }
}
