package dev.assay.report.comparison;

import dev.assay.evidence.releases.History;
import dev.assay.evidence.releases.Releases;
import dev.assay.evidence.releases.Standing;
import dev.assay.report.Plain;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of each failure, worst first, and how many of each there are for each class of
 * weakness.
 */
public final class ReleasesText {
  private ReleasesText() {}

  public static void print(Releases releases, PrintStream out) {
    List<History> told =
        releases.histories().stream()
            .filter(history -> history.standing().isPresent())
            .sorted(Comparator.comparing(history -> history.standing().orElseThrow()))
            .toList();
    told.forEach(history -> print(history, out));
    if (told.isEmpty()) {
      out.println("no release has a failure");
    } else {
      out.println();
      releases
          .byWeakness()
          .forEach((weakness, counts) -> out.println(titled(weakness) + ": " + shown(counts)));
      variants(releases.variants(), out);
      out.println(releases.isWorse() ? "WORSE" : "NOT WORSE");
    }
    if (!releases.sameCatalogue()) {
      out.println(TrendPage.mapping(releases));
    }
  }

  private static void print(History history, PrintStream out) {
    out.println(
        String.format(Locale.ROOT, "%-12s", history.standing().orElseThrow().word())
            + Plain.line(history.test() + ": " + history.component())
            + history.outcomes().stream()
                .map(outcome -> outcome.map(Enum::name).orElse("-"))
                .collect(Collectors.joining(" ", " (", ")")));
  }

  private static void variants(List<History> variants, PrintStream out) {
    if (!variants.isEmpty()) {
      out.println(TrendPage.VARIANTS);
      variants.forEach(
          history -> out.println("  " + Plain.line(history.test() + ": " + history.component())));
    }
  }

  private static String titled(String weakness) {
    return Plain.line(TrendPage.titled(weakness));
  }

  private static String shown(Map<Standing, Long> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().word())
        .collect(Collectors.joining(", "));
  }
}
