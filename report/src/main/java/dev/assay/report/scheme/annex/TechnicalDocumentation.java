package dev.assay.report.scheme.annex;

import dev.assay.model.Evaluation;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.Standards;
import dev.assay.report.document.Document;
import dev.assay.report.scheme.Dossier;
import dev.assay.report.scheme.Expectations;
import java.util.List;
import java.util.TreeMap;

/**
 * A skeleton in the order of Annex VII, points 1 to 8: what the bundle gives, and what the
 * manufacturer still has to write.
 */
public final class TechnicalDocumentation {
  private static final int ROWS = 50;

  private final Dossier dossier;
  private final Overview overview;
  private final Evaluation evaluation;
  private final Document.Builder document = new Document.Builder();

  private TechnicalDocumentation(Dossier dossier) {
    this.dossier = dossier;
    this.overview = dossier.overview();
    this.evaluation = dossier.evaluation();
  }

  public static Document of(Dossier dossier) {
    TechnicalDocumentation skeleton = new TechnicalDocumentation(dossier);
    skeleton.missing();
    skeleton.description();
    skeleton.processes();
    skeleton.risks();
    skeleton.support();
    skeleton.standards();
    skeleton.tests();
    skeleton.declarationAndBill();
    return skeleton.document.build(
        "Technical documentation (Regulation (EU) 2024/2847, Annex VII)",
        dossier.product() + ". A skeleton: the manufacturer completes and answers for it.",
        dossier.footer());
  }

  private void missing() {
    document.heading(1, "What is missing so far");
    Expectations.write(dossier, document);
  }

  private void description() {
    document.heading(1, "1. The product");
    Document.TableBuilder table = document.table(3, 9);
    table.row("What", "From the evidence");
    table.row("Name", evaluation.product().name());
    table.row("Version", orUnknown(evaluation.product().version()));
    evaluation
        .product()
        .images()
        .forEach(
            image ->
                table.row(
                    "Image " + image.name(),
                    Plain.bytes(image.size()) + ", SHA-256 " + image.sha256()));
    table.end();
    toWrite(
        "the intended purpose",
        "versions of software on which conformity depends, where they are not in the images above",
        "photographs or drawings of the outside, markings and the inside, for hardware",
        "the information and instructions for users (Annex II)");
  }

  private void processes() {
    document.heading(1, "2. Design, development, production and handling of vulnerabilities");
    document.paragraph(
        "The images hold "
            + Plain.count(evaluation.components().size(), "component", "components")
            + ": "
            + String.join(
                ", ",
                overview.kinds().entrySet().stream()
                    .limit(ROWS)
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .toList())
            + ".");
    toWrite(
        "design and architecture: how the parts work together and exchange data",
        "the policy on coordinated disclosure, and the address for reports of vulnerabilities",
        "how updates are distributed securely",
        "production and monitoring, and how both were validated");
  }

  private void risks() {
    document.heading(1, "3. Risk assessment");
    document.paragraph(
        "Rated before any test, by exposure and by what a failure would cost; the components at the top:");
    Document.TableBuilder table = document.table(2, 2, 9);
    table.row("Score", "Tier", "Component");
    overview.riskiest().stream()
        .limit(ROWS)
        .forEach(
            each ->
                table.row(
                    String.valueOf(each.risk().score()),
                    String.valueOf(each.risk().tier()),
                    each.component().id()));
    table.end();
    document.paragraph("How the requirements of Annex I came out, as far as an image shows them:");
    requirements("cra:annex-1");
    toWrite(
        "the risk assessment of Article 13, with intended use and foreseeable misuse",
        "for each requirement of Annex I, Part I that does not apply: why");
  }

  private void requirements(String standard) {
    Document.TableBuilder table = document.table(6, 2, 2, 2, 2);
    table.row("Requirement", "Test cases", "Passed", "Failed", "Open");
    Standards.counts(evaluation)
        .getOrDefault(standard, new TreeMap<>())
        .forEach(
            (requirement, counts) ->
                table.row(
                    dossier.titled(requirement),
                    String.valueOf(counts.cases()),
                    String.valueOf(counts.pass()),
                    String.valueOf(counts.fail()),
                    String.valueOf(counts.inconclusive())));
    table.end();
  }

  private void support() {
    document.heading(1, "4. Support period");
    toWrite("what was taken into account to set the support period (Article 13(8))");
  }

  private void standards() {
    document.heading(1, "5. Standards");
    document.paragraph("Standards whose requirements test cases checked, none of them as a whole:");
    document.bullets(
        Standards.counts(evaluation).entrySet().stream()
            .map(
                each ->
                    Standards.title(each.getKey())
                        + ": "
                        + each.getValue().values().stream().filter(c -> c.cases() > 0).count()
                        + " requirements tested in part")
            .toList(),
        "None.");
    toWrite(
        "harmonised standards, common specifications and certification schemes that are applied, and which parts",
        "where none is applied: how the requirements of Annex I are met instead");
  }

  private void tests() {
    document.heading(1, "6. Test reports");
    document.paragraph(
        "The evaluation of root "
            + dossier.root()
            + ": "
            + Plain.count(overview.casesRun(), "test case", "test cases")
            + " gave "
            + Plain.count(evaluation.verdicts().size(), "verdict", "verdicts")
            + "; decision "
            + evaluation.gate().decision()
            + ". The bundle with every verdict and its evidence belongs to this documentation. Test cases that failed:");
    document.bullets(
        overview.failures().stream()
            .limit(ROWS)
            .map(
                failure ->
                    failure.test().id()
                        + " ("
                        + failure.test().severity().word()
                        + "): "
                        + failure.test().title()
                        + ", on "
                        + Plain.count(failure.verdicts().size(), "component", "components"))
            .toList(),
        "None.");
    if (overview.failures().size() > ROWS) {
      document.paragraph("and " + (overview.failures().size() - ROWS) + " more in the bundle");
    }
  }

  private void declarationAndBill() {
    document.heading(1, "7. EU declaration of conformity");
    toWrite("a copy of the declaration (Article 28, Annex V)");
    document.heading(1, "8. Software bill of materials");
    document.paragraph(
        "bom.cdx.json beside this file, in CycloneDX: components by name, version and package URL, as the bundle holds them. The report cyclonedx of the evaluation itself has licences and dependencies as well.");
  }

  private void toWrite(String... items) {
    document.paragraph("Still to be supplied by the manufacturer:");
    document.bullets(List.of(items), "");
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? "not given" : text;
  }
}
