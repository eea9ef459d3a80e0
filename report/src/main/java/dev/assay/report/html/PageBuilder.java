package dev.assay.report.html;

import dev.assay.model.Component;
import dev.assay.model.Evaluation;
import dev.assay.model.Gate;
import dev.assay.model.Outcome;
import dev.assay.model.Severity;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.html.Page.Figure;
import dev.assay.report.html.Page.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fills the page from an evaluation. */
final class PageBuilder {
  private static final int REASONS = 100;
  private static final int RANKS = 25;

  private final Overview overview;
  private final Evaluation evaluation;

  PageBuilder(Overview overview) {
    this.overview = overview;
    this.evaluation = overview.evaluation();
  }

  Page build(String root, String style, String script, String scriptHash) {
    Gate gate = evaluation.gate();
    List<Page.TileView> tiles = TileViews.of(overview);
    List<Page.ByteMapView> byteMaps = ByteMapViews.of(evaluation.product().images());
    FailureViews failures = new FailureViews(overview);
    List<Page.AppLabel> apps = PrivacyViews.of(evaluation);
    List<Page.Copies> copies = CopyViews.of(evaluation);
    return new Page(
        scriptHash,
        style,
        script,
        Plain.line(evaluation.product().name()),
        Plain.line(evaluation.product().version()),
        evaluation.profile(),
        gate.policy(),
        gate.decision().name(),
        gate.decision().name().toLowerCase(Locale.ROOT),
        symbol(gate.decision()),
        sentence(gate) + waived(),
        !gate.reasons().isEmpty(),
        Plain.count(gate.reasons().size(), "reason", "reasons"),
        gate.reasons().stream().limit(REASONS).map(Plain::line).toList(),
        gate.reasons().size() > REASONS ? "and " + (gate.reasons().size() - REASONS) + " more" : "",
        figures(),
        overview.count(Outcome.PASS)
            + " passed, "
            + overview.count(Outcome.FAIL)
            + " failed, "
            + overview.count(Outcome.INCONCLUSIVE)
            + " inconclusive",
        bar(),
        TileViews.WIDTH,
        TileViews.HEIGHT,
        tiles,
        TileViews.note(overview, tiles.size()),
        ranks(),
        !byteMaps.isEmpty(),
        byteMaps,
        failures.lead(),
        Arrays.stream(Severity.values()).map(Severity::word).toList(),
        overview.failures().stream().map(f -> f.test().component()).distinct().sorted().toList(),
        failures.standards(),
        failures.cases(),
        StandardViews.of(evaluation),
        !apps.isEmpty(),
        apps,
        !copies.isEmpty(),
        copies,
        UntestedViews.of(overview),
        !evaluation.waived().isEmpty(),
        evaluation.waived(),
        Plain.count(evaluation.components().size(), "component", "components")
            + " in "
            + Plain.count(evaluation.artifacts().size(), "artifact", "artifacts")
            + ".",
        ComponentGroups.of(overview),
        evaluation.product().images().stream()
            .map(i -> new Page.Image(Plain.line(i.name()), Plain.bytes(i.size()), i.sha256()))
            .toList(),
        evaluation.cases().size(),
        evaluation.catalogueDigest(),
        evaluation
            .feedDigest()
            .map(digest -> "sha256 " + digest)
            .orElse("none: known flaws were not looked up"),
        evaluation.feedDigest().isPresent() ? " --feed FEED" : "",
        evaluation.asOf(),
        root,
        evaluation.assayVersion());
  }

  private static String symbol(Gate.Decision decision) {
    return switch (decision) {
      case APPROVED -> "✓";
      case CONDITIONAL -> "!";
      case REJECTED -> "✕";
    };
  }

  /** Without those that a person answers for, the decision may have been another. */
  private String waived() {
    int waived = evaluation.waived().size();
    return waived == 0
        ? ""
        : " "
            + Plain.count(waived, "failure", "failures")
            + (waived == 1 ? " is" : " are")
            + " waived: somebody answers for it by name.";
  }

  private static String sentence(Gate gate) {
    return switch (gate.decision()) {
      case APPROVED -> "Nothing found that the policy holds a launch for.";
      case CONDITIONAL -> "May launch once the following are settled or accepted.";
      case REJECTED -> "Must not launch: the following block it.";
    };
  }

  private List<Figure> figures() {
    int decided = overview.count(Outcome.PASS) + overview.count(Outcome.FAIL);
    return List.of(
        new Figure(
            "Components",
            number(evaluation.components().size()),
            "in "
                + number(evaluation.artifacts().size())
                + " artifacts, "
                + Plain.bytes(overview.bytes())),
        new Figure(
            "Test cases run",
            number(overview.casesRun()),
            "of "
                + number(evaluation.cases().size())
                + " in the profile"
                + (evaluation.planned().isEmpty()
                    ? ""
                    : ", beside " + number(evaluation.planned().size()) + " planned")),
        new Figure("Verdicts", number(evaluation.verdicts().size()), number(decided) + " decided"),
        new Figure(
            "Failed",
            number(overview.count(Outcome.FAIL)),
            "by " + Plain.count(overview.failures().size(), "test case", "test cases")),
        new Figure(
            "Inconclusive",
            number(overview.count(Outcome.INCONCLUSIVE)),
            "never counted as passed"));
  }

  private List<Segment> bar() {
    List<Segment> segments = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      segment(segments, severity.word(), overview.failed(severity));
    }
    segment(segments, "inconclusive", overview.count(Outcome.INCONCLUSIVE));
    segment(segments, "pass", overview.count(Outcome.PASS));
    return segments;
  }

  private static void segment(List<Segment> segments, String name, int count) {
    if (count > 0) {
      segments.add(new Segment(name, count, number(count)));
    }
  }

  private List<Page.Rank> ranks() {
    return overview.riskiest().stream()
        .limit(RANKS)
        .map(
            ranked -> {
              Component component = ranked.component();
              return new Page.Rank(
                  ranked.risk().score(),
                  ranked.risk().tier(),
                  component.kind(),
                  Plain.line((component.name() + " " + component.version()).strip()),
                  Plain.line(component.artifacts().getFirst()),
                  ranked.risk().factors().stream()
                      .map(
                          f ->
                              new Page.FactorView(
                                  f.name(),
                                  two(f.value()),
                                  two(f.weight()),
                                  Plain.line(f.why()),
                                  f.evidence().stream().map(FailureViews::place).toList(),
                                  f.source()))
                      .toList());
            })
        .toList();
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
