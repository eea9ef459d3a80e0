package dev.assay.verify.bundle;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plan and verdicts, held against each other line by line: both are sorted by test case and
 * component, so nothing need be remembered.
 */
final class Results {
  /**
   * What a demand that no test case decides is about: the product as a whole. It does not run, and
   * its verdict is INCONCLUSIVE.
   */
  private static final String PRODUCT = "product";

  private final Set<String> components;
  private final Violations violations;
  private final Set<String> tested = new HashSet<>();
  private final Set<String> cases = new HashSet<>();
  private final Map<String, Long> notRun = new TreeMap<>();
  private final Map<String, Long> failed = new TreeMap<>();
  private final Map<String, Outcome> tests = new TreeMap<>();
  private long planned;
  private long passed;
  private long inconclusive;
  private long undecided;

  private Results(Set<String> components, Violations violations) {
    this.components = components;
    this.violations = violations;
  }

  /** Reads both files; their leaves are added to {@code leaves}. */
  static Results read(Path bundle, Set<String> components, Leaves leaves, Violations violations)
      throws Damaged, Unreadable {
    Results results = new Results(components, violations);
    try (Planned plan = Planned.plan(bundle, violations);
        Planned verdicts = Planned.verdicts(bundle, violations)) {
      plan.next();
      verdicts.next();
      while (plan.isOpen() || verdicts.isOpen()) {
        results.step(plan, verdicts);
      }
      leaves.addAll(plan.leaves());
      leaves.addAll(verdicts.leaves());
    }
    return results;
  }

  private void step(Planned plan, Planned verdicts) throws Damaged, Unreadable {
    int order = plan.compareTo(verdicts);
    // Lines out of order are a violation themselves; what they seem to lack would be noise.
    boolean comparable = plan.isOrdered() && verdicts.isOrdered();
    boolean run = order <= 0 && plan(plan);
    if (order >= 0) {
      verdict(verdicts);
    }
    if (order >= 0 && !run && comparable) {
      violations.add(verdicts.where() + ": a verdict that was not planned, or a second one");
    }
    if (order < 0 && run && comparable) {
      violations.add(plan.where() + ": planned, but there is no verdict");
    }
    if (order <= 0) {
      plan.next();
    }
    if (order >= 0) {
      verdicts.next();
    }
  }

  /** Counts a line of the plan; says whether it must have a verdict. */
  private boolean plan(Planned plan) {
    boolean whole = plan.component().equals(PRODUCT);
    boolean run = plan.get(Planned.RUN).equals("true");
    if (!whole && !components.contains(plan.component())) {
      violations.addEach(plan.where(), "plans `" + plan.component() + "`, which is no component");
    }
    if (whole && run) {
      violations.add(plan.where() + ": runs on the product as a whole, which no test case does");
    }
    planned++;
    if (!run) {
      notRun.merge(reason(plan.get(Planned.WHY)), 1L, Long::sum);
    }
    return run || whole;
  }

  /**
   * The reason without what is particular to the test case: the text before the first colon or
   * semicolon.
   */
  private static String reason(String why) {
    int end = 0;
    while (end < why.length() && ":;".indexOf(why.charAt(end)) < 0) {
      end++;
    }
    return why.substring(0, end).strip();
  }

  private void verdict(Planned verdict) {
    if (verdict.component().equals(PRODUCT)) {
      undecided++;
      if (!verdict.get(Planned.VERDICT).equals("INCONCLUSIVE")) {
        violations.addEach(
            verdict.where(), "`" + verdict.get(Planned.VERDICT) + "` of a test that was not run");
      }
    } else {
      tested.add(verdict.component());
      cases.add(verdict.test());
    }
    String severity = verdict.get(Planned.SEVERITY);
    switch (verdict.get(Planned.VERDICT)) {
      case "PASS" -> passed++;
      case "FAIL" -> failed.merge(severity, 1L, Long::sum);
      case "INCONCLUSIVE" -> inconclusive++;
      default ->
          violations.addEach(verdict.where(), "no verdict `" + verdict.get(Planned.VERDICT) + "`");
    }
    tests.merge(verdict.test(), Outcome.of(verdict.get(Planned.VERDICT)), Outcome::worse);
  }

  Tally tally(Inventory inventory) {
    return new Tally(
        new Tally.Share(inventory.artifacts(), inventory.artifacts() - inventory.withProblems()),
        new Tally.Share(components.size(), tested.size()),
        new Tally.Share(planned, passed + inconclusive + failures() - undecided),
        notRun,
        cases,
        passed,
        failed,
        inconclusive,
        tests);
  }

  private long failures() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }
}
