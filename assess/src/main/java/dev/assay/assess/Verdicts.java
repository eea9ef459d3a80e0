package dev.assay.assess;

import dev.assay.catalogue.expression.Decision;
import dev.assay.catalogue.expression.Observed;
import dev.assay.catalogue.expression.Truth;
import dev.assay.model.Described;
import dev.assay.model.Outcome;
import dev.assay.model.PlannedTest;
import dev.assay.model.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a plan. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * One verdict for every step that is to run, in the order of the plan, then one for each planned
   * test.
   *
   * @param late components with {@link LateFacts}, which were not known when the plan was made
   */
  public static List<Verdict> of(Plan plan, Collection<Described> late) {
    Map<String, Map<String, Observed>> known =
        late.parallelStream()
            .collect(
                Collectors.groupingBy(
                    each -> each.component().kind(),
                    Collectors.toUnmodifiableMap(
                        each -> each.component().id(), Observed::of, (first, again) -> first)));
    return Stream.concat(
            plan.steps().parallelStream()
                .filter(step -> step.entry().run())
                .map(step -> verdict(step, observed(step, known))),
            plan.planned().stream().map(PlannedTest::verdict))
        .toList();
  }

  private static Observed observed(Plan.Step step, Map<String, Map<String, Observed>> known) {
    return known
        .getOrDefault(step.test().meta().component(), Map.of())
        .getOrDefault(step.entry().component(), step.component());
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
