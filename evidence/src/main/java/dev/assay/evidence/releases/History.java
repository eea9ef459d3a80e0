package dev.assay.evidence.releases;

import dev.assay.model.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Verdicts of one test case on one component.
 *
 * @param component its id, without the name of the product where that stands first
 * @param weakness id of the class of weakness that the test case looks for; empty where no bundle
 *     says so
 * @param outcomes one for each release, oldest first; empty where there is no verdict
 */
public record History(
    String test, String component, String weakness, List<Optional<Outcome>> outcomes) {
  public History {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether it failed and passed after that. */
  boolean wasMended() {
    int failed = outcomes.indexOf(Optional.of(Outcome.FAIL));
    return failed >= 0 && outcomes.lastIndexOf(Optional.of(Outcome.PASS)) > failed;
  }

  /** Empty where it never failed. */
  public Optional<Standing> standing() {
    boolean failed = false;
    boolean passedSince = false;
    for (Optional<Outcome> outcome : outcomes.subList(0, outcomes.size() - 1)) {
      if (outcome.equals(Optional.of(Outcome.FAIL))) {
        failed = true;
        passedSince = false;
      } else if (outcome.equals(Optional.of(Outcome.PASS))) {
        passedSince = true;
      }
    }
    Optional<Outcome> last = outcomes.getLast();
    if (last.equals(Optional.of(Outcome.FAIL))) {
      return Optional.of(
          !failed ? Standing.NEW : passedSince ? Standing.RETURNED : Standing.STILL_OPEN);
    }
    if (!failed || passedSince) {
      return Optional.empty();
    }
    return Optional.of(
        last.equals(Optional.of(Outcome.PASS)) ? Standing.FIXED : Standing.UNDECIDED);
  }
}
