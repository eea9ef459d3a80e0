package dev.assay.assess;

import dev.assay.assess.flaw.Found;
import dev.assay.assess.flaw.KnownFlaws;
import dev.assay.catalogue.expression.Decision;
import dev.assay.catalogue.expression.Observed;
import dev.assay.catalogue.expression.Truth;
import dev.assay.model.Outcome;
import dev.assay.model.PlannedTest;
import dev.assay.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Runs a plan. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * One verdict for every step that is to run, in the order of the plan, then one for each planned
   * test.
   *
   * @param found what cases about known flaws are decided on, by component
   */
  public static List<Verdict> of(Plan plan, Map<String, Found> found) {
    Map<String, Observed> flaws = new ConcurrentHashMap<>();
    found.entrySet().parallelStream()
        .forEach(each -> flaws.put(each.getKey(), Observed.of(each.getValue().view())));
    return Stream.concat(
            plan.steps().parallelStream()
                .filter(step -> step.entry().run())
                .map(step -> verdict(step, observed(step, flaws))),
            plan.planned().stream().map(PlannedTest::verdict))
        .toList();
  }

  private static Observed observed(Plan.Step step, Map<String, Observed> flaws) {
    return step.test().meta().component().equals(KnownFlaws.KIND.name())
        ? flaws.getOrDefault(step.entry().component(), step.component())
        : step.component();
  }

  /** The verdict of a step on a component as it is observed. */
  static Verdict verdict(Plan.Step step, Observed component) {
    Decision decision =
        switch (step.test().applies().test(component)) {
          case Truth.Open open ->
              new Decision(
                  Outcome.INCONCLUSIVE,
                  "not known whether it applies: " + String.join("; ", open.reasons()),
                  List.of());
          default -> step.test().expect().decide(component);
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
