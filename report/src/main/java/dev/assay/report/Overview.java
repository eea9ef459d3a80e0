package dev.assay.report;

import dev.assay.model.Artifact;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Outcome;
import dev.assay.model.PlanEntry;
import dev.assay.model.PlannedTest;
import dev.assay.model.Problem;
import dev.assay.model.Risk;
import dev.assay.model.Severity;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import dev.assay.model.Waived;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An evaluation grouped the way people ask about it. Views share it, so that they never disagree.
 *
 * @param failures test cases that failed, worst first
 * @param inconclusive verdicts that decide nothing, planned tests last
 * @param riskiest components by falling risk
 * @param kinds number of components by kind, most first
 * @param uncovered components that no test case ran on, by kind
 * @param problems artifacts by problem code
 * @param bytes sum of the images' sizes
 */
public record Overview(
    Evaluation evaluation,
    List<Failure> failures,
    List<Verdict> inconclusive,
    List<Ranked> riskiest,
    Map<String, Integer> kinds,
    Map<String, List<String>> uncovered,
    Map<String, List<Located>> problems,
    Map<Outcome, Integer> outcomes,
    Map<Severity, Integer> failed,
    int casesRun,
    long bytes) {

  /** All failures that one test case gave. */
  public record Failure(TestCase test, List<Verdict> verdicts, int waived) {}

  /** A component with its risk. */
  public record Ranked(Component component, Risk risk) {}

  /** A problem with the artifact it stands on. */
  public record Located(String path, Problem problem) {}

  public static Overview of(Evaluation evaluation) {
    Map<String, Integer> kinds = new TreeMap<>();
    Map<String, Component> components = new HashMap<>();
    for (Described described : evaluation.components()) {
      kinds.merge(described.component().kind(), 1, Integer::sum);
      components.put(described.component().id(), described.component());
    }
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    Map<Severity, Integer> failed = new EnumMap<>(Severity.class);
    for (Verdict verdict : evaluation.verdicts()) {
      outcomes.merge(verdict.outcome(), 1, Integer::sum);
      if (verdict.outcome() == Outcome.FAIL) {
        failed.merge(verdict.severity(), 1, Integer::sum);
      }
    }
    return new Overview(
        evaluation,
        failures(evaluation),
        inconclusive(evaluation),
        ranked(evaluation, components),
        byFallingCount(kinds),
        uncovered(evaluation),
        problems(evaluation),
        outcomes,
        failed,
        (int)
            evaluation.verdicts().stream()
                .filter(verdict -> !isPlanned(verdict))
                .map(Verdict::test)
                .distinct()
                .count(),
        evaluation.product().images().stream().mapToLong(image -> image.size()).sum());
  }

  /** Readers of Assay that failed, with what they met. */
  public List<Located> faults() {
    return problems.getOrDefault(Problem.FAULT, List.of());
  }

  public int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  public int failed(Severity severity) {
    return failed.getOrDefault(severity, 0);
  }

  /** Whether it stands for a planned test, not for what a test case saw. */
  public static boolean isPlanned(Verdict verdict) {
    return verdict.component().equals(PlannedTest.PRODUCT);
  }

  private static List<Verdict> inconclusive(Evaluation evaluation) {
    return evaluation.verdicts().stream()
        .filter(verdict -> verdict.outcome() == Outcome.INCONCLUSIVE)
        .sorted(
            Comparator.comparing(Overview::isPlanned)
                .thenComparing(Verdict::test)
                .thenComparing(Verdict::component))
        .toList();
  }

  private static List<Failure> failures(Evaluation evaluation) {
    Set<String> waived = new HashSet<>();
    for (Waived each : evaluation.waived()) {
      waived.add(each.test() + "\0" + each.component());
    }
    Map<String, List<Verdict>> byTest = new HashMap<>();
    for (Verdict verdict : evaluation.verdicts()) {
      if (verdict.outcome() == Outcome.FAIL) {
        byTest.computeIfAbsent(verdict.test(), k -> new ArrayList<>()).add(verdict);
      }
    }
    List<Failure> groups = new ArrayList<>();
    for (TestCase test : evaluation.cases()) {
      List<Verdict> verdicts = byTest.getOrDefault(test.id(), List.of());
      if (!verdicts.isEmpty()) {
        List<Verdict> ordered =
            verdicts.stream().sorted(Comparator.comparing(Verdict::component)).toList();
        int taken =
            (int)
                ordered.stream()
                    .filter(verdict -> waived.contains(test.id() + "\0" + verdict.component()))
                    .count();
        groups.add(new Failure(test, ordered, taken));
      }
    }
    groups.sort(
        Comparator.comparing((Failure failure) -> failure.test().severity())
            .thenComparing(failure -> -failure.verdicts().size())
            .thenComparing(failure -> failure.test().id()));
    return List.copyOf(groups);
  }

  private static List<Ranked> ranked(Evaluation evaluation, Map<String, Component> components) {
    List<Ranked> ranked = new ArrayList<>();
    for (Risk risk : evaluation.risks()) {
      Component component = components.get(risk.component());
      if (component != null) {
        ranked.add(new Ranked(component, risk));
      }
    }
    ranked.sort(
        Comparator.comparing((Ranked each) -> each.risk().tier())
            .thenComparing(each -> -each.risk().score())
            .thenComparing(each -> each.component().id()));
    return List.copyOf(ranked);
  }

  private static Map<String, Integer> byFallingCount(Map<String, Integer> counts) {
    Map<String, Integer> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private static Map<String, List<String>> uncovered(Evaluation evaluation) {
    Set<String> covered = new HashSet<>();
    for (PlanEntry entry : evaluation.plan()) {
      if (entry.run()) {
        covered.add(entry.component());
      }
    }
    Map<String, List<String>> uncovered = new TreeMap<>();
    for (Described described : evaluation.components()) {
      if (!covered.contains(described.component().id())) {
        uncovered
            .computeIfAbsent(described.component().kind(), k -> new ArrayList<>())
            .add(described.component().id());
      }
    }
    return uncovered;
  }

  private static Map<String, List<Located>> problems(Evaluation evaluation) {
    Map<String, List<Located>> problems = new TreeMap<>();
    for (Artifact artifact : evaluation.artifacts()) {
      for (Problem problem : artifact.problems()) {
        problems
            .computeIfAbsent(problem.code(), k -> new ArrayList<>())
            .add(new Located(artifact.path(), problem));
      }
    }
    return problems;
  }
}
