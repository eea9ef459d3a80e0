package dev.assay.assess;

import dev.assay.assess.calendar.Calendar;
import dev.assay.assess.flaw.KnownFlaws;
import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.CompiledCase;
import dev.assay.catalogue.expression.Observed;
import dev.assay.catalogue.expression.Truth;
import dev.assay.model.Described;
import dev.assay.model.PlanEntry;
import dev.assay.model.PlannedTest;
import dev.assay.model.Risk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which test cases run on which components (NIST SP 800-115 §6).
 *
 * @param steps every test case of a component's kind, in order of component, then test; those about
 *     a component's {@link LateFacts} after its others
 * @param planned what the profile demands of the product and nothing at hand decides
 */
public record Plan(List<Step> steps, List<PlannedTest> planned) {
  public Plan {
    steps = List.copyOf(steps);
    planned = List.copyOf(planned);
  }

  /** One planned test, with what is needed to run it. */
  public record Step(CompiledCase test, Observed component, PlanEntry entry) {}

  /** The plan that the catalogue and the components' risks make. */
  public static Plan of(Catalogue catalogue, List<Described> components, List<Risk> risks) {
    Map<String, Integer> tiers = new HashMap<>();
    risks.forEach(risk -> tiers.put(risk.component(), risk.tier()));
    // What is planned depends on the product alone: no feed is asked yet, and no calendar.
    List<LateFacts> all = new ArrayList<>(Calendar.WITHOUT_DAY.all());
    all.addFirst(KnownFlaws.withoutFeed(components));
    List<Step> steps = new ArrayList<>();
    for (Described component : components) {
      int tier = tiers.getOrDefault(component.component().id(), 1);
      steps.addAll(steps(catalogue, component, tier));
      for (LateFacts late : all) {
        if (late.concern(component)) {
          steps.addAll(steps(catalogue, late.of(component), tier));
        }
      }
    }
    return new Plan(steps, catalogue.planned());
  }

  private static List<Step> steps(Catalogue catalogue, Described component, int tier) {
    List<CompiledCase> cases = catalogue.forKind(component.component().kind());
    if (cases.isEmpty()) {
      return List.of();
    }
    Observed observed = Observed.of(component);
    return cases.stream()
        .map(test -> new Step(test, observed, entry(test, observed, tier)))
        .toList();
  }

  /** The plan as data. */
  public List<PlanEntry> entries() {
    return Stream.concat(steps.stream().map(Step::entry), planned.stream().map(PlannedTest::entry))
        .toList();
  }

  private static PlanEntry entry(CompiledCase test, Observed component, int tier) {
    String id = component.described().component().id();
    if (tier > test.meta().depth()) {
      return new PlanEntry(
          test.id(),
          id,
          false,
          "tier "
              + tier
              + "; this test goes deeper than tier "
              + test.meta().depth()
              + " on purpose");
    }
    return switch (test.applies().test(component)) {
      case Truth.Yes yes -> new PlanEntry(test.id(), id, true, WHY_BY_TIER[Math.clamp(tier, 0, 4)]);
      case Truth.No no ->
          new PlanEntry(test.id(), id, false, "does not apply: " + test.meta().applies());
      case Truth.Open open ->
          new PlanEntry(test.id(), id, true, "may apply: " + String.join("; ", open.reasons()));
    };
  }

  private static final String[] WHY_BY_TIER = {
    "of this kind", "tier 1, comprehensive", "tier 2, focused", "tier 3, basic", "tier 4, inventory"
  };
}
