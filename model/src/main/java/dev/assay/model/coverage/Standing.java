package dev.assay.model.coverage;

import dev.assay.model.Outcome;
import dev.assay.model.PlannedTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How one product stands to one requirement. */
public enum Standing {
  /** A test case failed. */
  FAILED("failed"),
  /** No test case failed, but one could not decide, or more than an image is needed. */
  OPEN("open"),
  /** Every test case passed, and nothing else is known to be needed. */
  MET("met"),
  /** No test case looked at the product for it. */
  NOT_COVERED("not covered");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /** For people and for JSON. */
  public String word() {
    return word;
  }

  /**
   * @param outcomes all outcomes of each test, by its id; planned tests included
   */
  public static Standing of(Covered covered, Map<String, Set<Outcome>> outcomes) {
    Set<Outcome> all = new TreeSet<>();
    covered.cases().forEach(test -> all.addAll(outcomes.getOrDefault(test, Set.of())));
    String planned = PlannedTest.idOf(covered.requirement().id());
    all.addAll(outcomes.getOrDefault(planned, Set.of()));
    if (all.contains(Outcome.FAIL)) {
      return FAILED;
    }
    if (all.contains(Outcome.INCONCLUSIVE)) {
      return OPEN;
    }
    if (all.isEmpty()) {
      return NOT_COVERED;
    }
    return covered.state() == Covered.State.PARTLY ? OPEN : MET;
  }
}
