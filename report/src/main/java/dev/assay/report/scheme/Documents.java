package dev.assay.report.scheme;

import dev.assay.report.cyclonedx.CycloneDx;
import dev.assay.report.document.HtmlWriter;
import dev.assay.report.document.MarkdownWriter;
import dev.assay.report.document.PdfWriter;
import dev.assay.report.scheme.annex.TechnicalDocumentation;
import dev.assay.report.scheme.form.EvidenceForms;
import dev.assay.report.scheme.form.FormsJson;
import dev.assay.report.scheme.oscal.AssessmentPlan;
import dev.assay.report.scheme.oscal.AssessmentResults;
import dev.assay.report.scheme.oversight.Oversight;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Table of contents: every document that a scheme can ask for. */
public final class Documents {
  private interface Writer {
    void write(Dossier dossier, OutputStream out) throws IOException;
  }

  private record Entry(String name, String file, Writer writer) {}

  private static final List<Entry> ALL =
      List.of(
          new Entry(
              "oversight",
              "oversight.html",
              (dossier, out) -> HtmlWriter.write(Oversight.of(dossier), out)),
          new Entry(
              "oversight",
              "oversight.pdf",
              (dossier, out) -> PdfWriter.write(Oversight.of(dossier), out)),
          new Entry("oscal", AssessmentPlan.FILE, AssessmentPlan::write),
          new Entry("oscal", "assessment-results.json", AssessmentResults::write),
          new Entry(
              "technical-documentation",
              "technical-documentation.md",
              (dossier, out) -> MarkdownWriter.write(TechnicalDocumentation.of(dossier), out)),
          new Entry(
              "technical-documentation",
              "technical-documentation.html",
              (dossier, out) -> HtmlWriter.write(TechnicalDocumentation.of(dossier), out)),
          new Entry(
              "bill-of-materials",
              "bom.cdx.json",
              (dossier, out) -> new CycloneDx().write(dossier.evaluation(), dossier.root(), out)),
          new Entry(
              "evidence-forms",
              "evidence-forms.html",
              (dossier, out) -> HtmlWriter.write(EvidenceForms.document(dossier), out)),
          new Entry("evidence-forms", "evidence-forms.json", FormsJson::write));

  private Documents() {}

  static List<String> names() {
    return ALL.stream().map(Entry::name).distinct().toList();
  }

  /**
   * Writes what the scheme asks for.
   *
   * @param folder made where it does not exist; files of the same names are replaced
   * @return names of the files
   */
  public static List<String> write(Dossier dossier, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> written = new ArrayList<>();
    for (Entry entry : ALL) {
      if (dossier.scheme().documents().contains(entry.name())) {
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(entry.file())))) {
          entry.writer().write(dossier, out);
        }
        written.add(entry.file());
      }
    }
    return written;
  }
}
