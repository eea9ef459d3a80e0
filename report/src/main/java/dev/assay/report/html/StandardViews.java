package dev.assay.report.html;

import dev.assay.model.Evaluation;
import dev.assay.model.Outcome;
import dev.assay.model.Verdict;
import dev.assay.model.coverage.Coverage;
import dev.assay.model.coverage.Covered;
import dev.assay.model.coverage.Standing;
import dev.assay.model.requirement.Requirement;
import dev.assay.model.requirement.Requirements;
import dev.assay.report.Plain;
import dev.assay.report.Standards;
import dev.assay.report.Standards.Counts;
import dev.assay.report.html.Page.Row;
import dev.assay.report.html.Page.Standard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Standards as the page shows them: every requirement of each, in the standard's own order, those
 * included that nothing looked at.
 */
final class StandardViews {
  private final Evaluation evaluation;
  private final Map<String, Set<Outcome>> outcomes = new HashMap<>();
  private final Map<String, List<Covered>> known = new HashMap<>();

  private StandardViews(Evaluation evaluation) {
    this.evaluation = evaluation;
    Coverage.of(evaluation.profile(), evaluation.cases(), Requirements.standards())
        .forEach(coverage -> known.put(coverage.standard().id(), coverage.requirements()));
    for (Verdict verdict : evaluation.verdicts()) {
      outcomes.computeIfAbsent(verdict.test(), k -> new TreeSet<>()).add(verdict.outcome());
    }
  }

  static List<Standard> of(Evaluation evaluation) {
    StandardViews views = new StandardViews(evaluation);
    List<Standard> standards = new ArrayList<>();
    Standards.counts(evaluation).forEach((id, counts) -> standards.add(views.standard(id, counts)));
    return standards;
  }

  private Standard standard(String id, Map<String, Counts> counts) {
    List<Row> rows =
        requirements(id, counts.keySet()).stream()
            .map(each -> row(id, each, counts.getOrDefault(each.requirement().id(), Counts.NONE)))
            .toList();
    return new Standard(Standards.title(id), summary(rows), rows);
  }

  /** Those that Assay knows, then those that only the evaluation knows. */
  private List<Covered> requirements(String standard, Set<String> counted) {
    List<Covered> all = new ArrayList<>(known.getOrDefault(standard, List.of()));
    Set<String> unknown = new TreeSet<>(counted);
    unknown.removeAll(
        all.stream()
            .map(each -> each.requirement().id())
            .collect(Collectors.toCollection(HashSet::new)));
    unknown.forEach(id -> all.add(unknown(id)));
    return all;
  }

  private Covered unknown(String id) {
    return new Covered(
        new Requirement(id, Standards.title(Standards.of(id)), "", Set.of()),
        evaluation.cases().stream()
            .filter(test -> test.requirements().contains(id))
            .map(test -> test.id())
            .toList());
  }

  private Row row(String standard, Covered covered, Counts counts) {
    String id = covered.requirement().id();
    Standing standing = Standing.of(covered, outcomes);
    return new Row(
        id.substring(Math.min(id.length(), standard.length() + 1)),
        Plain.line(covered.requirement().title()),
        standing.word(),
        counts.cases(),
        counts.pass(),
        counts.fail(),
        counts.inconclusive(),
        standing == Standing.FAILED ? "bad" : standing == Standing.NOT_COVERED ? "unseen" : "");
  }

  /** {@code 12 met, 3 failed}: how many requirements stand how. */
  private static String summary(List<Row> rows) {
    Map<String, Long> counts =
        rows.stream().collect(Collectors.groupingBy(Row::standing, Collectors.counting()));
    return Arrays.stream(Standing.values())
        .filter(standing -> counts.containsKey(standing.word()))
        .map(standing -> counts.get(standing.word()) + " " + standing.word())
        .collect(Collectors.joining(", "));
  }
}
