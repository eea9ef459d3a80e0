package dev.assay.catalogue.expression;

import dev.assay.model.Described;
import dev.assay.model.Outcome;
import java.util.List;

/**
 * Decides test cases: the expectation holds (PASS), does not (FAIL), or hangs on something unknown
 * (INCONCLUSIVE).
 */
public final class Oracle {
  private final Condition expectation;
  private final Decision pass;

  public Oracle(Condition expectation) {
    this.expectation = expectation;
    this.pass = new Decision(Outcome.PASS, "as expected: " + expectation.source(), List.of());
  }

  public Condition expectation() {
    return expectation;
  }

  public Decision decide(Described described) {
    return decide(Observed.of(described));
  }

  public Decision decide(Observed observed) {
    Object value = expectation.value(observed);
    if (Boolean.TRUE.equals(value)) {
      return pass;
    }
    return value instanceof Unknown(List<String> reasons)
        ? Explanation.open(expectation, reasons, observed)
        : Explanation.failure(expectation, observed);
  }
}
