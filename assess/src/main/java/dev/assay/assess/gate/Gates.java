package dev.assay.assess.gate;

import dev.assay.model.Component;
import dev.assay.model.Gate;
import dev.assay.model.Outcome;
import dev.assay.model.PlannedTest;
import dev.assay.model.Risk;
import dev.assay.model.Verdict;
import dev.assay.model.Waived;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the launch. */
public final class Gates {
  static final String NOTHING_TESTED =
      "nothing was tested: no test case of the profile applies to what was found in the product";

  private Gates() {}

  /** The decision, and the failures that waivers took out of it. */
  public record Decided(Gate gate, List<Waived> waived) {}

  /**
   * The decision. A product of which nothing was tested is rejected under any policy: unknown is
   * not good.
   *
   * @param stated failures that VEX statements take out of it
   * @param asOf day on which waivers are judged; an expired waiver does not waive
   */
  public static Decided decide(
      Policy policy,
      List<Waiver> waivers,
      List<Waived> stated,
      LocalDate asOf,
      List<Component> components,
      List<Risk> risks,
      List<Verdict> verdicts) {
    Map<String, Integer> tiers = new HashMap<>();
    risks.forEach(risk -> tiers.put(risk.component(), risk.tier()));
    Map<String, String> kinds = new HashMap<>();
    components.forEach(component -> kinds.put(component.id(), component.kind()));

    Map<String, Waived> byVex = new HashMap<>();
    stated.forEach(each -> byVex.put(each.test() + "\0" + each.component(), each));

    List<Waived> waived = new ArrayList<>();
    List<Verdict> blocking = new ArrayList<>();
    List<Verdict> conditional = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() == Outcome.PASS) {
        continue;
      }
      int tier = tiers.getOrDefault(verdict.component(), 1);
      String kind = kinds.getOrDefault(verdict.component(), "");
      boolean rejects = takes(policy.reject(), verdict, tier, kind);
      boolean conditions = takes(policy.condition(), verdict, tier, kind);
      Optional<Waived> waiver =
          waivers.stream()
              .filter(each -> each.covers(verdict.test(), verdict.component(), asOf))
              .findFirst()
              .map(each -> waived(verdict, each))
              .or(
                  () ->
                      Optional.ofNullable(byVex.get(verdict.test() + "\0" + verdict.component())));
      if (waiver.isPresent()) {
        waived.add(waiver.get());
      } else if (rejects) {
        blocking.add(verdict);
      } else if (conditions) {
        conditional.add(verdict);
      }
    }
    if (verdicts.stream().allMatch(verdict -> verdict.component().equals(PlannedTest.PRODUCT))) {
      return new Decided(
          new Gate(Gate.Decision.REJECTED, policy.name(), List.of(NOTHING_TESTED)), List.of());
    }
    return new Decided(gate(policy, blocking, conditional, tiers), List.copyOf(waived));
  }

  private static Gate gate(
      Policy policy,
      List<Verdict> blocking,
      List<Verdict> conditional,
      Map<String, Integer> tiers) {
    if (!blocking.isEmpty()) {
      return new Gate(Gate.Decision.REJECTED, policy.name(), reasons(blocking, tiers));
    }
    return conditional.isEmpty()
        ? new Gate(Gate.Decision.APPROVED, policy.name(), List.of())
        : new Gate(Gate.Decision.CONDITIONAL, policy.name(), reasons(conditional, tiers));
  }

  private static List<String> reasons(List<Verdict> verdicts, Map<String, Integer> tiers) {
    return verdicts.stream()
        .sorted(
            Comparator.comparing(Verdict::severity)
                .thenComparing(Verdict::test)
                .thenComparing(Verdict::component))
        .map(
            verdict ->
                verdict.test()
                    + " "
                    + verdict.outcome()
                    + " ("
                    + verdict.severity().word()
                    + ", tier "
                    + tiers.getOrDefault(verdict.component(), 1)
                    + ") on "
                    + verdict.component())
        .toList();
  }

  private static boolean takes(List<Policy.Rule> rules, Verdict verdict, int tier, String kind) {
    return rules.stream()
        .anyMatch(
            rule -> rule.takes(verdict.outcome(), verdict.severity(), tier, verdict.test(), kind));
  }

  private static Waived waived(Verdict verdict, Waiver waiver) {
    return new Waived(
        verdict.test(),
        verdict.component(),
        waiver.reason(),
        waiver.by(),
        waiver.expires().toString());
  }
}
