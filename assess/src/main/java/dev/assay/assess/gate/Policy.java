package dev.assay.assess.gate;

import dev.assay.model.Outcome;
import dev.assay.model.Severity;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a launch depends on. A verdict that a {@code reject} rule takes blocks the launch, one that
 * a {@code condition} rule takes makes it conditional.
 *
 * @param signatures roles that must have signed the evaluation before it counts as approved
 * @param feedDays most days that a feed may be old for its silence to count; empty: any
 */
public record Policy(
    String name,
    List<Rule> reject,
    List<Rule> condition,
    SortedSet<String> signatures,
    OptionalInt feedDays) {
  private static final Set<Integer> ALL_TIERS = Set.of(1, 2, 3, 4);

  public Policy {
    reject = List.copyOf(reject);
    condition = List.copyOf(condition);
    signatures = Collections.unmodifiableSortedSet(new TreeSet<>(signatures));
  }

  /**
   * Which verdicts a rule takes; all that is named must hold.
   *
   * @param outcomes {@code FAIL}, and where a policy says so {@code INCONCLUSIVE}
   * @param tests glob over test case ids, {@code *} for all
   * @param kinds kinds of component; empty for all
   */
  public record Rule(
      Set<Outcome> outcomes,
      Set<Severity> severities,
      Set<Integer> tiers,
      String tests,
      Set<String> kinds) {
    boolean takes(Outcome outcome, Severity severity, int tier, String test, String kind) {
      return outcomes.contains(outcome)
          && severities.contains(severity)
          && tiers.contains(tier)
          && (kinds.isEmpty() || kinds.contains(kind))
          && Glob.matches(tests, test);
    }
  }

  /**
   * Critical and high failures block in tiers 1 and 2 and make the launch conditional elsewhere. A
   * flaw that is known to be exploited blocks in every tier: a package's tier says nothing of the
   * programs it brings, and attackers do not ask for it.
   */
  public static Policy standard() {
    Set<Severity> grave = Set.of(Severity.CRITICAL, Severity.HIGH);
    return new Policy(
        "default",
        List.of(
            new Rule(Set.of(Outcome.FAIL), grave, Set.of(1, 2), "*", Set.of()),
            new Rule(Set.of(Outcome.FAIL), grave, ALL_TIERS, "PACKAGE-KNOWN-EXPLOITED", Set.of())),
        List.of(new Rule(Set.of(Outcome.FAIL), grave, ALL_TIERS, "*", Set.of())),
        new TreeSet<>(),
        OptionalInt.empty());
  }
}
