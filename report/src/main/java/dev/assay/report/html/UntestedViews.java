package dev.assay.report.html;

import dev.assay.model.Problem;
import dev.assay.model.Verdict;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.html.Page.Untested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the evaluation did not see, as plainly as what failed. */
final class UntestedViews {
  private static final int ITEMS = 100;

  private UntestedViews() {}

  static List<Untested> of(Overview overview) {
    List<Untested> groups = new ArrayList<>();
    if (!overview.faults().isEmpty()) {
      groups.add(located("A reader of Assay failed", overview.faults()));
    }
    overview
        .uncovered()
        .forEach(
            (kind, ids) ->
                groups.add(
                    group(
                        "No test case applies to " + kind,
                        Plain.count(ids.size(), "component", "components"),
                        ids)));
    Map<String, String> titles = new HashMap<>();
    overview.evaluation().planned().forEach(test -> titles.put(test.id(), test.title()));
    Map<String, List<String>> reasons = new TreeMap<>();
    for (Verdict verdict : overview.inconclusive()) {
      reasons
          .computeIfAbsent(verdict.why(), k -> new ArrayList<>())
          .add(
              verdict.test()
                  + (Overview.isPlanned(verdict)
                      ? " " + titles.getOrDefault(verdict.test(), "")
                      : " on " + verdict.component()));
    }
    reasons.forEach(
        (why, verdicts) ->
            groups.add(
                group(
                    "Inconclusive: " + why,
                    Plain.count(verdicts.size(), "verdict", "verdicts"),
                    verdicts)));
    overview
        .problems()
        .forEach(
            (code, located) -> {
              if (!code.equals(Problem.FAULT)) {
                groups.add(located("Could not be read as its format demands: " + code, located));
              }
            });
    return groups;
  }

  private static Untested located(String title, List<Overview.Located> problems) {
    return group(
        title,
        Plain.count(problems.size(), "artifact", "artifacts"),
        problems.stream().map(each -> each.path() + ": " + each.problem().message()).toList());
  }

  private static Untested group(String title, String count, List<String> items) {
    return new Untested(
        Plain.line(title),
        count,
        items.stream().limit(ITEMS).map(Plain::line).toList(),
        items.size() > ITEMS ? "and " + (items.size() - ITEMS) + " more in the bundle" : "");
  }
}
