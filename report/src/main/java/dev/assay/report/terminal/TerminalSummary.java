package dev.assay.report.terminal;

import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import dev.assay.model.Place;
import dev.assay.model.Product;
import dev.assay.model.Risk;
import dev.assay.model.Severity;
import dev.assay.model.Verdict;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The end of a run on one screen: what is inside, what is risky, what failed, what was not tested,
 * and the decision.
 */
public final class TerminalSummary {
  private static final int RISKIEST = 6;
  private static final int FAILURES = 12;
  private static final int FAULTS = 4;
  private static final int INDENT = 12;

  private final Overview overview;
  private final Palette palette;
  private final int width;
  private final PrintStream out;

  private TerminalSummary(Overview overview, Palette palette, int width, PrintStream out) {
    this.overview = overview;
    this.palette = palette;
    this.width = Math.max(60, width);
    this.out = out;
  }

  /**
   * @param width columns of the terminal
   * @param bundle where the evidence is, as the user would name it
   */
  public static void write(
      Overview overview, Palette palette, int width, String bundle, PrintStream out) {
    new TerminalSummary(overview, palette, width, out).write(bundle);
  }

  private void write(String bundle) {
    product();
    inside();
    riskiest();
    tests();
    failures();
    notTested();
    faults();
    gate(bundle);
    out.flush();
  }

  private void product() {
    Product product = overview.evaluation().product();
    out.println();
    out.println(
        palette.strong(Plain.line(product.name()))
            + (product.version().isEmpty() ? "" : " " + Plain.line(product.version()))
            + palette.faint("   profile " + overview.evaluation().profile()));
    for (Product.Image image : product.images().stream().limit(4).toList()) {
      out.println(
          palette.faint(
              Plain.cut("sha256 " + image.sha256() + "  " + Plain.bytes(image.size()), width)));
    }
  }

  private void inside() {
    heading("Inside");
    String kinds =
        overview.kinds().entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", "));
    block(
        Plain.count(overview.evaluation().artifacts().size(), "artifact", "artifacts")
            + ", "
            + Plain.count(overview.evaluation().components().size(), "component", "components")
            + (kinds.isEmpty() ? "" : ": " + kinds));
  }

  private void riskiest() {
    if (overview.riskiest().isEmpty()) {
      return;
    }
    heading("Riskiest");
    for (Overview.Ranked ranked : overview.riskiest().stream().limit(RISKIEST).toList()) {
      String label =
          String.format(
              Locale.ROOT,
              "%3d  tier %d  %-16s ",
              ranked.risk().score(),
              ranked.risk().tier(),
              Plain.cut(ranked.component().kind(), 16));
      String name = Plain.line(ranked.component().name());
      String why = reasons(ranked.risk());
      int room = width - 2 - label.length();
      out.println(
          "  "
              + label
              + Plain.cut(name, room)
              + palette.faint(
                  Plain.cut(why.isEmpty() ? "" : "  " + why, Math.max(0, room - name.length()))));
    }
  }

  /** The two or three terms that weigh most, in words. */
  private static String reasons(Risk risk) {
    return risk.factors().stream()
        .filter(
            factor -> factor.value() * factor.weight() >= 0.15 && !factor.name().equals("surface"))
        .sorted(Comparator.comparing((Risk.Factor factor) -> -factor.value() * factor.weight()))
        .limit(3)
        .map(factor -> Plain.line(factor.why()))
        .collect(Collectors.joining("; "));
  }

  private void tests() {
    heading("Tests");
    List<String> severities = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = overview.failed(severity);
      if (count > 0) {
        severities.add(
            palette.severity(
                severity, String.format(Locale.ROOT, "%,d %s", count, severity.word())));
      }
    }
    out.println(
        "  "
            + Plain.count(overview.casesRun(), "test case", "test cases")
            + " of "
            + String.format(Locale.ROOT, "%,d", overview.evaluation().cases().size())
            + " applied, "
            + Plain.count(overview.evaluation().verdicts().size(), "verdict", "verdicts"));
    out.println(
        String.format(
                Locale.ROOT,
                "  %,d PASS   %,d FAIL   %,d INCONCLUSIVE",
                overview.count(Outcome.PASS),
                overview.count(Outcome.FAIL),
                overview.count(Outcome.INCONCLUSIVE))
            + (severities.isEmpty() ? "" : "   failed: " + String.join(", ", severities)));
    int planned = overview.evaluation().planned().size();
    if (planned > 0) {
      out.println(
          "  "
              + Plain.count(planned, "planned test", "planned tests")
              + " INCONCLUSIVE: an image alone does not decide them");
    }
  }

  private void failures() {
    if (overview.failures().isEmpty()) {
      return;
    }
    heading("Failed");
    for (Overview.Failure failure : overview.failures().stream().limit(FAILURES).toList()) {
      String severity = failure.test().severity().word();
      out.println(
          "  "
              + palette.severity(
                  failure.test().severity(), String.format(Locale.ROOT, "%-8s", severity))
              + "  "
              + palette.strong(failure.test().id())
              + "  "
              + Plain.cut(
                  failure.test().title(), Math.max(20, width - 14 - failure.test().id().length())));
      out.println(" ".repeat(INDENT) + palette.faint(place(failure)));
    }
    int more = overview.failures().size() - FAILURES;
    if (more > 0) {
      out.println(
          " ".repeat(INDENT)
              + "and "
              + Plain.count(more, "test case", "test cases")
              + " more in the report");
    }
  }

  private String place(Overview.Failure failure) {
    Verdict first = failure.verdicts().getFirst();
    String more =
        (failure.verdicts().size() > 1
                ? "  (+"
                    + Plain.count(failure.verdicts().size() - 1, "component", "components")
                    + ")"
                : "")
            + (failure.waived() > 0 ? "  (" + failure.waived() + " waived)" : "");
    int room = width - INDENT - more.length();
    if (first.evidence().isEmpty()) {
      return Plain.cut(Plain.line(first.why()), room) + more;
    }
    Evidence evidence = first.evidence().getFirst();
    String path = Plain.line(evidence.artifact()) + place(evidence.place());
    String excerpt = Plain.line(evidence.excerpt());
    int forPath = Math.max(24, room - excerpt.length() - 2);
    String shownPath = Plain.cutStart(path, Math.min(forPath, room));
    int left = room - shownPath.length() - 2;
    return shownPath + (left > 8 ? "  " + Plain.cut(excerpt, left) : "") + more;
  }

  private static String place(Place place) {
    return switch (place) {
      case Place.Line line -> ":" + line.number();
      case Place.Offset offset -> " at 0x" + Long.toHexString(offset.bytes());
      case Place.Whole whole -> "";
    };
  }

  private void notTested() {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    overview
        .inconclusive()
        .forEach(verdict -> reasons.merge(Plain.line(verdict.why()), 1, Integer::sum));
    reasons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(3)
        .forEach(
            entry ->
                lines.add(
                    Plain.count(entry.getValue(), "verdict", "verdicts")
                        + " inconclusive: "
                        + entry.getKey()));
    overview
        .uncovered()
        .forEach(
            (kind, ids) ->
                lines.add(
                    Plain.count(ids.size(), "component", "components")
                        + " of kind "
                        + kind
                        + ": no test case applies"));
    int damaged = overview.problems().values().stream().mapToInt(List::size).sum();
    if (damaged > 0) {
      lines.add(
          Plain.count(damaged, "problem", "problems")
              + " while reading: "
              + overview.problems().entrySet().stream()
                  .sorted(
                      Comparator.comparing(
                              (Map.Entry<String, List<Overview.Located>> e) -> -e.getValue().size())
                          .thenComparing(Map.Entry::getKey))
                  .limit(4)
                  .map(entry -> entry.getKey() + " " + entry.getValue().size())
                  .collect(Collectors.joining(", ")));
    }
    if (lines.isEmpty()) {
      return;
    }
    heading("Not tested");
    lines.stream().limit(9).forEach(line -> out.println("  " + Plain.cut(line, width - 2)));
    if (lines.size() > 9) {
      out.println("  and " + (lines.size() - 9) + " lines more in the report");
    }
  }

  private void faults() {
    if (overview.faults().isEmpty()) {
      return;
    }
    heading("Faults of Assay");
    for (Overview.Located fault : overview.faults().stream().limit(FAULTS).toList()) {
      block(Plain.line(fault.path()) + ": " + Plain.line(fault.problem().message()));
    }
    if (overview.faults().size() > FAULTS) {
      out.println("  and " + (overview.faults().size() - FAULTS) + " more in the report");
    }
  }

  private void gate(String bundle) {
    var gate = overview.evaluation().gate();
    heading("Gate");
    out.println(
        "  "
            + palette.gate(gate.decision(), gate.decision().name())
            + "  under policy "
            + gate.policy()
            + (gate.reasons().isEmpty()
                ? ""
                : "; " + Plain.count(gate.reasons().size(), "reason", "reasons"))
            + (overview.evaluation().waived().isEmpty()
                ? ""
                : "; "
                    + Plain.count(overview.evaluation().waived().size(), "failure", "failures")
                    + " waived"));
    for (String reason : gate.reasons().stream().limit(3).toList()) {
      out.println("  " + Plain.cut(Plain.line(reason), width - 2));
    }
    if (gate.reasons().size() > 3) {
      out.println("  and " + (gate.reasons().size() - 3) + " more");
    }
    out.println();
    out.println(palette.faint("Bundle  ") + bundle);
    out.println(palette.faint("Report  ") + bundle + "/report.html");
  }

  private void heading(String title) {
    out.println();
    out.println(palette.strong(title));
  }

  /** Wraps at blanks. */
  private void block(String text) {
    StringBuilder line = new StringBuilder("  ");
    for (String word : text.split(" ")) {
      if (line.length() + word.length() + 1 > width && line.length() > 2) {
        out.println(line.toString().stripTrailing());
        line = new StringBuilder("  ");
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
