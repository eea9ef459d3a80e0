package dev.assay.report.scheme.oversight;

import dev.assay.model.Evaluation;
import dev.assay.model.PlannedTest;
import dev.assay.model.Verdict;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.document.Document;
import dev.assay.report.scheme.Answer;
import dev.assay.report.scheme.Dossier;
import dev.assay.report.scheme.Expectations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An evaluation for those who oversee many: first what was not tested, then figures, then flaws.
 */
public final class Oversight {
  private static final int ROWS = 200;

  private final Dossier dossier;
  private final Overview overview;
  private final Evaluation evaluation;
  private final Document.Builder document = new Document.Builder();

  private Oversight(Dossier dossier) {
    this.dossier = dossier;
    this.overview = dossier.overview();
    this.evaluation = dossier.evaluation();
  }

  public static Document of(Dossier dossier) {
    Oversight oversight = new Oversight(dossier);
    oversight.notTested();
    oversight.document.heading(1, "2. What " + dossier.scheme().title() + " expects");
    Expectations.write(dossier, oversight.document);
    oversight.figures();
    oversight.failures();
    oversight.waivers();
    oversight.provenance();
    return oversight.document.build(
        "Oversight report",
        dossier.product() + ", for: " + dossier.scheme().audience(),
        dossier.footer());
  }

  private void notTested() {
    document.heading(1, "1. What was not tested");
    document.heading(2, "Not in the bundle at all");
    document.bullets(
        dossier.answers().stream()
            .filter(answer -> answer.state() == Answer.State.MISSING)
            .map(answer -> answer.what() + ": " + answer.how())
            .toList(),
        "Nothing that is expected is missing altogether.");
    document.heading(2, "Demanded, and not decidable from an image");
    counted(
        evaluation.planned().stream().map(PlannedTest::why).toList(),
        "requirement",
        "requirements",
        "The profile demands nothing that no test case decides.");
    document.heading(2, "Tested without a result");
    counted(
        overview.inconclusive().stream()
            .filter(verdict -> !Overview.isPlanned(verdict))
            .map(Verdict::why)
            .toList(),
        "verdict",
        "verdicts",
        "Every test that ran gave a result.");
    document.heading(2, "Planned not to run");
    counted(
        evaluation.plan().stream()
            .filter(entry -> !entry.run() && !entry.component().equals(PlannedTest.PRODUCT))
            .map(entry -> entry.why().split("[:;]", 2)[0].strip())
            .toList(),
        "test of a component",
        "tests of components",
        "Every test case ran on every component that it applies to.");
    document.heading(2, "Components that no test case ran on");
    counted(
        overview.uncovered().entrySet().stream()
            .flatMap(kind -> kind.getValue().stream().map(id -> kind.getKey()))
            .toList(),
        "component",
        "components",
        "At least one test case ran on every component.");
    document.heading(2, "Not readable");
    counted(
        overview.problems().entrySet().stream()
            .flatMap(code -> code.getValue().stream().map(each -> code.getKey()))
            .toList(),
        "artifact",
        "artifacts",
        "Every artifact was read as its format demands.");
  }

  /** Each reason with its number, most first. */
  private void counted(List<String> reasons, String one, String many, String none) {
    Map<String, Long> counts = new TreeMap<>();
    reasons.forEach(reason -> counts.merge(reason, 1L, Long::sum));
    List<String> items =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(each -> Plain.count(each.getValue(), one, many) + ": " + each.getKey())
            .toList();
    document.bullets(items.stream().limit(ROWS).toList(), none);
    if (items.size() > ROWS) {
      document.paragraph("and " + (items.size() - ROWS) + " reasons more, all in the bundle");
    }
  }

  private void figures() {
    document.heading(1, "3. Decision and figures");
    document.paragraph(
        "The gate said "
            + evaluation.gate().decision()
            + " under the policy "
            + evaluation.gate().policy()
            + ". Figures of two evaluations can be compared where both name the same catalogue and feed.");
    Document.TableBuilder table = document.table(4, 2, 6);
    table.row("Figure", "Value", "What is counted");
    Figures.of(overview)
        .forEach(figure -> table.row(figure.name(), figure.value(), figure.meaning()));
    table.end();
  }

  private void failures() {
    document.heading(1, "4. Failures");
    if (overview.failures().isEmpty()) {
      document.paragraph("No test failed.");
      return;
    }
    Document.TableBuilder table = document.table(4, 2, 2, 2, 6);
    table.row("Test case", "Severity", "Components", "Accepted", "What it demands");
    overview.failures().stream()
        .limit(ROWS)
        .forEach(
            failure ->
                table.row(
                    failure.test().id(),
                    failure.test().severity().word(),
                    String.valueOf(failure.verdicts().size()),
                    String.valueOf(failure.waived()),
                    failure.test().title()));
    table.end();
    if (overview.failures().size() > ROWS) {
      document.paragraph("and " + (overview.failures().size() - ROWS) + " more, all in the bundle");
    }
  }

  private void waivers() {
    document.heading(1, "5. Failures that a person has accepted");
    document.bullets(
        evaluation.waived().stream()
            .map(
                each ->
                    each.test()
                        + " on "
                        + each.component()
                        + ": "
                        + each.reason()
                        + " ("
                        + each.by()
                        + (each.until().isEmpty()
                            ? ", without end)"
                            : ", until " + each.until() + ")"))
            .toList(),
        "None.");
  }

  private void provenance() {
    document.heading(1, "6. Where this comes from");
    Document.TableBuilder table = document.table(3, 9);
    table.row("What", "Value");
    table.row("Root of the evidence", dossier.root());
    evaluation
        .product()
        .images()
        .forEach(image -> table.row("Image " + image.name(), "SHA-256 " + image.sha256()));
    table.row("Tool", "Assay " + evaluation.assayVersion());
    table.row("Catalogue", evaluation.profile() + ", SHA-256 " + evaluation.catalogueDigest());
    table.row("Vulnerability feed", evaluation.feedDigest().orElse("none"));
    table.row("Policy", evaluation.gate().policyDigest().orElse("the default"));
    table.row("Judged as of", evaluation.asOf());
    table.row(
        "Signed by",
        dossier
            .signers()
            .map(roles -> roles.isEmpty() ? "nobody" : String.join(", ", roles))
            .orElse("not checked"));
    table.end();
    document.paragraph(
        "All of it follows from the bundle of that root. `assay verify BUNDLE PRODUCT --keys DIR` checks the bundle, its signatures and, by running it again, every verdict.");
  }
}
