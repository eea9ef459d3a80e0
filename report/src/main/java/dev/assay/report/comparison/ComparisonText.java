package dev.assay.report.comparison;

import dev.assay.compare.Aspect;
import dev.assay.compare.Comparison;
import dev.assay.compare.Equivalence;
import dev.assay.compare.Finding;
import dev.assay.compare.Outcome;
import dev.assay.compare.Side;
import dev.assay.compare.Verdict;
import dev.assay.report.Plain;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line a member, what differs in it below; the products that are files, the verdict last. */
public final class ComparisonText {
  private static final int ASPECTS = 12;
  private static final int LONGEST = 160;

  private ComparisonText() {}

  public static void print(Comparison comparison, PrintStream out) {
    for (Finding finding : comparison.findings()) {
      out.println(
          String.format(
              Locale.ROOT, "%-11s%s", finding.outcome().word(), Plain.line(finding.path())));
      if (!finding.reason().isEmpty()) {
        out.println("             " + Plain.line(finding.reason()));
      }
      finding.aspects().stream().limit(ASPECTS).forEach(aspect -> print(aspect, out));
      if (finding.aspects().size() > ASPECTS) {
        out.println("             and " + (finding.aspects().size() - ASPECTS) + " more in --json");
      }
    }
    print("left", comparison.before(), out);
    print("right", comparison.after(), out);
    out.println(verdict(comparison));
  }

  private static void print(String which, Side side, PrintStream out) {
    if (!side.sha256().isEmpty()) {
      out.printf(
          Locale.ROOT, "%-11s%s, SHA-256 %s%n", which, Plain.line(side.name()), side.sha256());
    }
  }

  private static void print(Aspect aspect, PrintStream out) {
    String kind = aspect.equivalence().map(each -> " (" + each.word() + ")").orElse("");
    out.println(
        "             "
            + Plain.line(aspect.what())
            + kind
            + ": "
            + shown(aspect.before())
            + " -> "
            + shown(aspect.after()));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "-" : Plain.cut(Plain.line(value), LONGEST);
  }

  /** {@code EQUIVALENT_EXCEPT build-id, mtime: 12 identical, 3 equivalent, …}. */
  static String verdict(Comparison comparison) {
    String except =
        comparison.verdict() == Verdict.EQUIVALENT_EXCEPT ? " " + exceptions(comparison) : "";
    StringBuilder line = new StringBuilder(comparison.verdict() + except);
    line.append(": ").append(comparison.identical()).append(" identical");
    for (Outcome outcome : Outcome.values()) {
      if (comparison.count(outcome) > 0) {
        line.append(", ").append(comparison.count(outcome)).append(' ').append(outcome.word());
      }
    }
    return line.toString();
  }

  static String exceptions(Comparison comparison) {
    return comparison.exceptions().stream()
        .map(Equivalence::word)
        .collect(Collectors.joining(", "));
  }
}
