package dev.assay.report.html;

import dev.assay.model.Evaluation;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import dev.assay.report.html.Page.Row;
import dev.assay.report.html.Page.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts verdicts under the requirements their test cases check. */
final class Standards {
  private static final Map<String, String> TITLES =
      Map.of(
          "nist:800-53r5", "NIST SP 800-53 revision 5",
          "3gpp:33.117", "3GPP TS 33.117 (SCAS)",
          "nist:800-187", "NIST SP 800-187 (LTE)",
          "3gpp:33.116", "3GPP TS 33.116 (SCAS, MME)",
          "3gpp:33.216", "3GPP TS 33.216 (SCAS, eNB)",
          "3gpp:33.511", "3GPP TS 33.511 (SCAS, gNB)",
          "gsma:fs.16", "GSMA NESAS FS.16",
          "etsi:303645", "ETSI EN 303 645",
          "cra:annex-1", "EU Cyber Resilience Act, Annex I");

  private Standards() {}

  /** {@code nist:800-53r5} of {@code nist:800-53r5:AC-6(2)}. */
  static String standardOf(String requirement) {
    int second = requirement.indexOf(':', requirement.indexOf(':') + 1);
    return second < 0 ? requirement : requirement.substring(0, second);
  }

  static String title(String standard) {
    return TITLES.getOrDefault(standard, standard);
  }

  private static final class Counts {
    private int cases;
    private int pass;
    private int fail;
    private int inconclusive;

    void add(Counts other) {
      cases++;
      pass += other.pass;
      fail += other.fail;
      inconclusive += other.inconclusive;
    }
  }

  static List<Standard> of(Evaluation evaluation) {
    Map<String, Counts> byTest = new HashMap<>();
    for (Verdict verdict : evaluation.verdicts()) {
      Counts counts = byTest.computeIfAbsent(verdict.test(), k -> new Counts());
      switch (verdict.outcome()) {
        case PASS -> counts.pass++;
        case FAIL -> counts.fail++;
        case INCONCLUSIVE -> counts.inconclusive++;
      }
    }
    Map<String, Map<String, Counts>> byStandard = new TreeMap<>();
    for (TestCase test : evaluation.cases()) {
      Counts counts = byTest.get(test.id());
      if (counts != null) {
        for (String requirement : test.requirements()) {
          byStandard
              .computeIfAbsent(standardOf(requirement), k -> new TreeMap<>())
              .computeIfAbsent(requirement, k -> new Counts())
              .add(counts);
        }
      }
    }
    for (PlannedTest test : evaluation.planned()) {
      byStandard
          .computeIfAbsent(standardOf(test.requirement()), k -> new TreeMap<>())
          .computeIfAbsent(test.requirement(), k -> new Counts())
          .inconclusive++;
    }
    List<Standard> standards = new ArrayList<>();
    byStandard.forEach((id, requirements) -> standards.add(standard(id, requirements)));
    return standards;
  }

  private static Standard standard(String id, Map<String, Counts> requirements) {
    List<Row> rows = new ArrayList<>();
    requirements.forEach(
        (requirement, counts) ->
            rows.add(
                new Row(
                    requirement.substring(Math.min(requirement.length(), id.length() + 1)),
                    counts.cases,
                    counts.pass,
                    counts.fail,
                    counts.inconclusive,
                    counts.fail > 0)));
    long failing = rows.stream().filter(Row::bad).count();
    long checked = requirements.values().stream().filter(counts -> counts.cases > 0).count();
    long open = rows.size() - checked;
    return new Standard(
        title(id),
        checked
            + " requirements checked, "
            + failing
            + " with failures"
            + (open == 0 ? "" : ", " + open + " open"),
        rows);
  }
}
