package dev.assay.report.scheme.oversight;

import dev.assay.model.Artifact;
import dev.assay.model.Evaluation;
import dev.assay.model.Outcome;
import dev.assay.model.Severity;
import dev.assay.report.Overview;
import dev.assay.report.Standards;
import dev.assay.report.Standards.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures that mean the same in every evaluation: each a share of a stated whole. */
final class Figures {
  private final Overview overview;
  private final Evaluation evaluation;
  private final List<Figure> figures = new ArrayList<>();

  /** One figure and what it counts. */
  record Figure(String name, String value, String meaning) {}

  private Figures(Overview overview) {
    this.overview = overview;
    this.evaluation = overview.evaluation();
  }

  static List<Figure> of(Overview overview) {
    Figures figures = new Figures(overview);
    figures.coverage();
    figures.outcomes();
    return figures.figures;
  }

  private void coverage() {
    int artifacts = evaluation.artifacts().size();
    long read =
        evaluation.artifacts().stream().map(Artifact::problems).filter(List::isEmpty).count();
    share("Artifacts read", read, artifacts, "artifacts without a problem, of all artifacts");
    int components = evaluation.components().size();
    int untested = overview.uncovered().values().stream().mapToInt(List::size).sum();
    share(
        "Components tested",
        components - untested,
        components,
        "components that a test case ran on, of all components");
    Standards.counts(evaluation)
        .forEach(
            (standard, requirements) ->
                share(
                    Standards.title(standard),
                    requirements.values().stream().filter(Counts::isDecided).count(),
                    requirements.size(),
                    "requirements without an open verdict, of those tested or planned"));
  }

  private void outcomes() {
    int all = evaluation.verdicts().size();
    share("Passed", overview.count(Outcome.PASS), all, "of all verdicts");
    share("Failed", overview.count(Outcome.FAIL), all, "of all verdicts");
    share("Inconclusive", overview.count(Outcome.INCONCLUSIVE), all, "of all verdicts");
    for (Severity severity : Severity.values()) {
      share(
          "Failed, " + severity.word(),
          overview.failed(severity),
          all,
          "failures of that severity, of all verdicts");
    }
    share(
        "Accepted failures",
        evaluation.waived().size(),
        overview.count(Outcome.FAIL),
        "failures with a waiver, of all failures");
  }

  private void share(String name, long some, long all, String meaning) {
    String percent =
        all == 0
            ? "none"
            : String.format(Locale.ROOT, "%.1f %% (%d/%d)", 100d * some / all, some, all);
    figures.add(new Figure(name, percent, meaning));
  }
}
