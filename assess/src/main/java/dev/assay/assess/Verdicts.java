package dev.assay.assess;

import dev.assay.catalogue.expression.Decision;
import dev.assay.catalogue.expression.Truth;
import dev.assay.model.Outcome;
import dev.assay.model.Verdict;
import java.util.List;

/** Runs a plan. */
public final class Verdicts {
  private Verdicts() {}

  /** One verdict for every step that is to run, in the order of the plan. */
  public static List<Verdict> of(Plan plan) {
    return plan.steps().parallelStream()
        .filter(step -> step.entry().run())
        .map(Verdicts::verdict)
        .toList();
  }

  private static Verdict verdict(Plan.Step step) {
    Decision decision =
        switch (step.test().applies().test(step.component())) {
          case Truth.Open open ->
              new Decision(
                  Outcome.INCONCLUSIVE,
                  "not known whether it applies: " + String.join("; ", open.reasons()),
                  List.of());
          default -> step.test().expect().decide(step.component());
        };
    return new Verdict(
        step.entry().test(),
        step.entry().component(),
        decision.outcome(),
        step.test().meta().severity(),
        decision.why(),
        decision.evidence());
  }
}
