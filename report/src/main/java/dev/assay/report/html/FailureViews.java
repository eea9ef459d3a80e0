package dev.assay.report.html;

import dev.assay.model.Evidence;
import dev.assay.model.Place;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import dev.assay.model.Waived;
import dev.assay.model.weakness.Weaknesses;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.Standards;
import dev.assay.report.html.Page.Case;
import dev.assay.report.html.Page.Proof;
import dev.assay.report.html.Page.Seen;
import dev.assay.report.html.Page.StandardName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The failed test cases with what was seen. */
final class FailureViews {
  private static final int VERDICTS = 40;
  private static final int EVIDENCE = 6;

  private final Overview overview;
  private final Set<String> waived = new HashSet<>();

  FailureViews(Overview overview) {
    this.overview = overview;
    for (Waived each : overview.evaluation().waived()) {
      waived.add(each.test() + "\0" + each.component());
    }
  }

  String lead() {
    int shownAtMost = VERDICTS;
    boolean cut = overview.failures().stream().anyMatch(f -> f.verdicts().size() > shownAtMost);
    return Plain.count(overview.failures().size(), "test case", "test cases")
        + " failed on "
        + Plain.count(
            overview.failures().stream()
                .flatMap(f -> f.verdicts().stream())
                .map(Verdict::component)
                .distinct()
                .count(),
            "component",
            "components")
        + ", worst first."
        + (cut
            ? " At most " + shownAtMost + " components are shown for each; the bundle has all."
            : "");
  }

  List<StandardName> standards() {
    return overview.failures().stream()
        .flatMap(failure -> failure.test().requirements().stream())
        .map(Standards::of)
        .distinct()
        .sorted(Standards.ORDER)
        .map(id -> new StandardName(id, Standards.title(id)))
        .toList();
  }

  List<Case> cases() {
    return overview.failures().stream().map(this::view).toList();
  }

  private Case view(Overview.Failure failure) {
    TestCase test = failure.test();
    int all = failure.verdicts().size();
    return new Case(
        test.id(),
        test.title(),
        test.severity().word(),
        test.severity().ordinal(),
        test.component(),
        test.requirements().stream().map(Standards::of).distinct().collect(Collectors.joining(" ")),
        all,
        Plain.count(all, "component", "components")
            + (failure.waived() > 0 ? ", " + failure.waived() + " waived" : ""),
        test.because(),
        test.mitigate(),
        failure.verdicts().stream().limit(VERDICTS).map(this::seen).toList(),
        all > VERDICTS ? "and " + (all - VERDICTS) + " components more" : "",
        test.requirements(),
        Weaknesses.title(test.weakness()),
        test.expect());
  }

  private Seen seen(Verdict verdict) {
    return new Seen(
        Plain.line(verdict.component()),
        Plain.line(verdict.why()),
        waived.contains(verdict.test() + "\0" + verdict.component()),
        !verdict.evidence().isEmpty(),
        verdict.evidence().stream().limit(EVIDENCE).map(FailureViews::proof).toList());
  }

  private static Proof proof(Evidence evidence) {
    return new Proof(place(evidence), Plain.line(evidence.excerpt()));
  }

  /** Artifact, with line or offset. */
  static String place(Evidence evidence) {
    return Plain.line(evidence.artifact())
        + switch (evidence.place()) {
          case Place.Line line -> ":" + line.number();
          case Place.Offset offset -> " at 0x" + Long.toHexString(offset.bytes());
          case Place.Whole whole -> "";
        };
  }
}
