package dev.assay.assess;

import dev.assay.catalogue.expression.Decision;
import dev.assay.catalogue.expression.Observed;
import dev.assay.catalogue.expression.Truth;
import dev.assay.model.Described;
import dev.assay.model.Outcome;
import dev.assay.model.PlannedTest;
import dev.assay.model.Verdict;
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
   * @param components those the plan was made for
   * @param late what is known now that was not when the plan was made
   */
  public static List<Verdict> of(Plan plan, List<Described> components, List<LateFacts> late) {
    Map<String, Map<String, Observed>> known =
        late.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    each -> each.kind().name(), each -> observed(components, each)));
    return Stream.concat(
            plan.steps().parallelStream()
                .filter(step -> step.entry().run())
                .map(step -> verdict(step, observed(step, known))),
            plan.planned().stream().map(PlannedTest::verdict))
        .toList();
  }

  private static Map<String, Observed> observed(List<Described> components, LateFacts late) {
    return components.parallelStream()
        .filter(late::concern)
        .collect(
            Collectors.toUnmodifiableMap(
                each -> each.component().id(),
                each -> Observed.of(late.of(each)),
                (first, again) -> first));
  }

  private static Observed observed(Plan.Step step, Map<String, Map<String, Observed>> known) {
    return known
        .getOrDefault(step.test().meta().component(), Map.of())
        .getOrDefault(step.entry().component(), step.component());
  }

  private static Verdict verdict(Plan.Step step, Observed component) {
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
