package dev.assay.report.comparison;

import dev.assay.compare.Comparison;
import dev.assay.compare.Finding;
import dev.assay.compare.Outcome;
import dev.assay.compare.Side;
import dev.assay.compare.Verdict;
import dev.assay.model.ProgramFile;
import dev.assay.report.HtmlTemplate;
import dev.assay.report.Plain;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Fills {@code comparison.mustache}: one page, no script, both sides beside each other. */
public final class ComparisonHtml {
  private static final int MEMBERS = 2000;
  private static final int ASPECTS = 200;
  private static final int LONGEST = 1000;

  private ComparisonHtml() {}

  /** What the template shows; it escapes every text. */
  record Page(
      String style,
      Side before,
      Side after,
      String verdict,
      String gateClass,
      String sentence,
      List<Figure> figures,
      boolean any,
      List<Member> members,
      String more) {}

  record Figure(String label, long value) {}

  record Member(
      String outcome, String tone, String path, String before, String reason, List<Row> rows) {}

  record Row(String what, String kind, String before, String after) {}

  public static void write(Comparison comparison, OutputStream out) throws IOException {
    HtmlTemplate.write(resource("comparison.mustache"), page(comparison), out);
  }

  private static Page page(Comparison comparison) throws IOException {
    List<Member> members =
        comparison.findings().stream()
            .sorted(Comparator.comparing(Finding::outcome).reversed())
            .limit(MEMBERS)
            .map(ComparisonHtml::member)
            .toList();
    int hidden = comparison.findings().size() - members.size();
    return new Page(
        resource("/dev/assay/report/html/report.css") + resource("comparison.css"),
        shown(comparison.before()),
        shown(comparison.after()),
        comparison.verdict().name().replace('_', ' '),
        comparison.verdict() == Verdict.DIFFERENT
            ? "rejected"
            : comparison.verdict() == Verdict.EQUIVALENT ? "approved" : "conditional",
        sentence(comparison),
        figures(comparison),
        !members.isEmpty(),
        members,
        hidden > 0 ? "and " + hidden + " members more; --json has all" : "");
  }

  private static Side shown(Side side) {
    return new Side(Plain.line(side.name()), side.sha256());
  }

  private static List<Figure> figures(Comparison comparison) {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("identical", comparison.identical()));
    Arrays.stream(Outcome.values())
        .forEach(each -> figures.add(new Figure(each.word(), comparison.count(each))));
    return figures;
  }

  private static String sentence(Comparison comparison) {
    return switch (comparison.verdict()) {
      case EQUIVALENT -> "Every member is the same on both sides.";
      case EQUIVALENT_EXCEPT ->
          "The same on both sides but for what builds may leave different: "
              + ComparisonText.exceptions(comparison)
              + ".";
      case DIFFERENT -> "The two sides differ in what a build does not explain.";
    };
  }

  private static Member member(Finding finding) {
    return new Member(
        finding.outcome().word(),
        switch (finding.outcome()) {
          case EQUIVALENT -> "low";
          case ADDED, REMOVED -> "medium";
          case CHANGED -> "high";
          case OPAQUE -> "critical";
        },
        Plain.line(finding.path()),
        Plain.line(finding.before()),
        Plain.line(finding.reason()),
        finding.aspects().stream()
            .limit(ASPECTS)
            .map(
                aspect ->
                    new Row(
                        Plain.line(aspect.what()),
                        aspect.equivalence().map(each -> each.word()).orElse(""),
                        Plain.cut(Plain.line(aspect.before()), LONGEST),
                        Plain.cut(Plain.line(aspect.after()), LONGEST)))
            .toList());
  }

  private static String resource(String name) {
    return ProgramFile.text(ComparisonHtml.class, name);
  }
}
