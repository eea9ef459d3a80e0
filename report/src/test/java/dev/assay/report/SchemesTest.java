package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.Evaluation;
import dev.assay.report.scheme.Answer;
import dev.assay.report.scheme.Documents;
import dev.assay.report.scheme.Dossier;
import dev.assay.report.scheme.Schemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What outside parties expect, and the documents they get. */
class SchemesTest {
  private static final String ROOT = "12".repeat(32);

  @TempDir Path directory;

  private static Dossier dossier(String scheme, Evaluation evaluation, String... signers) {
    Optional<SortedSet<String>> roles =
        signers.length == 0 ? Optional.empty() : Optional.of(new TreeSet<>(List.of(signers)));
    return Dossier.of(
        Schemes.named(scheme).orElseThrow(), evaluation, ROOT, roles, id -> "title of " + id);
  }

  private Path written(String folder, Dossier dossier) throws IOException {
    Documents.write(dossier, directory.resolve(folder));
    return directory.resolve(folder);
  }

  /** The JSON schemas of OSCAL 1.1.2, as NIST's library carries them. */
  private static List<Error> mistakes(String model, String json) throws IOException {
    return Schemas.mistakes(
        "/schema/json/oscal-" + model + "_schema.json", SpecificationVersion.DRAFT_7, json);
  }

  @Test
  void planAndResultsAreValidOscalWhateverTheNames() throws IOException {
    for (String name : List.of("NAS-320", SampleEvaluation.HOSTILE, " ", "a\nb \uD800")) {
      Path folder = written("oscal", dossier("us-nist", SampleEvaluation.of(3, name)));
      String plan = Files.readString(folder.resolve("assessment-plan.json"));
      String results = Files.readString(folder.resolve("assessment-results.json"));
      assertThat(mistakes("ap", plan)).isEmpty();
      assertThat(mistakes("ar", results)).isEmpty();
    }
  }

  @Test
  void theOscalSchemasSeeWhatIsWrong() throws IOException {
    Path folder = written("oscal", dossier("us-nist", SampleEvaluation.of(3, "x")));
    String plan = Files.readString(folder.resolve("assessment-plan.json"));
    String results = Files.readString(folder.resolve("assessment-results.json"));
    assertThat(mistakes("ap", plan.replace("\"import-ssp\"", "\"import\""))).isNotEmpty();
    assertThat(mistakes("ar", results.replace("\"not-satisfied\"", "\"bad\""))).isNotEmpty();
    assertThat(mistakes("ar", results.replace("\"href\" : \"", "\"href\" : \"a b"))).isNotEmpty();
  }

  @Test
  void anObjectiveIsSatisfiedOnlyWhereNoVerdictIsOpen() throws IOException {
    Path folder = written("oscal", dossier("us-nist", SampleEvaluation.of(3, "x")));
    String results = Files.readString(folder.resolve("assessment-results.json"));
    // The sample's ELF-NX passes but for one inconclusive verdict.
    assertThat(results)
        .contains("\"target-id\" : \"ac-6.2_obj.ELF-NX\"", "\"reason\" : \"other\"")
        .doesNotContain("\"state\" : \"satisfied\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uk-evaluation-centre", "de-nesas", "us-nist", "eu-cra"})
  void theSameBundleGivesTheSameBytes(String scheme) throws IOException {
    Evaluation evaluation = SampleEvaluation.of(5, "NAS-320");
    Path first = written("first", dossier(scheme, evaluation));
    Path second = written("second", dossier(scheme, evaluation));
    try (var files = Files.list(first)) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"uk-evaluation-centre", "de-nesas", "us-nist", "eu-cra"})
  void whatNoBundleHoldsIsSaidToBeMissing(String scheme) {
    Dossier dossier = dossier(scheme, SampleEvaluation.of(2, "x"), "maker");
    assertThat(dossier.open())
        .anySatisfy(
            answer -> {
              assertThat(answer.state()).isEqualTo(Answer.State.MISSING);
              assertThat(answer.how()).doesNotContain("--");
            });
    assertThat(dossier.answers())
        .filteredOn(answer -> answer.how().equals("signed with a trusted key of maker"))
        .hasSize(1)
        .allSatisfy(answer -> assertThat(answer.state()).isEqualTo(Answer.State.FOUND));
  }

  @Test
  void aSignatureNobodyCheckedIsMissing() {
    assertThat(dossier("us-nist", SampleEvaluation.of(2, "x")).open())
        .extracting(Answer::how)
        .contains("not checked: name the folder of trusted keys with --keys");
  }

  @Test
  void theOversightReportBeginsWithWhatWasNotTested() throws IOException {
    Path folder = written("uk", dossier("uk-evaluation-centre", SampleEvaluation.of(5, "x")));
    String text;
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("oversight.pdf").toFile())) {
      text = new PDFTextStripper().getText(pdf);
    }
    for (String shown : List.of(text, Files.readString(folder.resolve("oversight.html")))) {
      assertThat(shown)
          .containsSubsequence(
              "Oversight report",
              "1. What was not tested",
              "needs live target",
              "2. What Evaluation centre",
              "3. Decision and figures",
              "4. Failures",
              "SSH-ROOT-LOGIN");
    }
  }

  @Test
  void whatAFontLacksIsNotLost() throws IOException {
    Path folder = written("uk", dossier("uk-evaluation-centre", SampleEvaluation.of(1, "路由器")));
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("oversight.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("<U+8DEF><U+7531><U+5668>");
    }
  }

  @Test
  void aFormHasEveryFieldAndThoseNotTestedStandFirst() throws IOException {
    Path folder = written("de", dossier("de-nesas", SampleEvaluation.of(20, "x")));
    assertThat(Files.readString(folder.resolve("evidence-forms.html")))
        .containsSubsequence("3GPP-33.117-4.4.2", "NOT TESTED", "SSH-ROOT-LOGIN")
        .containsSubsequence(
            "ELF-PIE",
            "Requirement name",
            "title of 3gpp:33.117:4.2.3.4.1.1",
            "Requirement reference",
            "3gpp:33.117:4.2.3.4.1.1",
            "Requirement description",
            "Threat",
            "Device under test",
            "Test name",
            "Test description and applicability",
            "Test setup and configuration",
            "Test procedure",
            "Expected results",
            "Expected format of evidence",
            "Evidence",
            "verdicts more in verdicts.jsonl",
            "Verdict",
            "FAIL (passed 0, failed 21, inconclusive 0)");
  }

  @Test
  void formsAreForProgramsTooWithTheSameFields() throws IOException {
    Path folder = written("de", dossier("de-nesas", SampleEvaluation.of(20, "x")));
    JsonNode forms =
        new ObjectMapper().readTree(folder.resolve("evidence-forms.json").toFile()).get("forms");
    assertThat(forms.get(0).get("verdict").asText()).isEqualTo("NOT TESTED");
    assertThat(forms)
        .allSatisfy(
            form ->
                assertThat(form.fieldNames())
                    .toIterable()
                    .containsExactly(
                        "requirements",
                        "description",
                        "threat",
                        "deviceUnderTest",
                        "test",
                        "purpose",
                        "setup",
                        "procedure",
                        "expectedResults",
                        "expectedEvidence",
                        "evidence",
                        "verdict"));
  }

  @Test
  void technicalDocumentationHasTheEightPointsOfAnnexVii() throws IOException {
    Path folder = written("eu", dossier("eu-cra", SampleEvaluation.of(2, "x")));
    assertThat(Files.readString(folder.resolve("technical-documentation.md")))
        .containsSubsequence(
            "## What is missing so far",
            "## 1. ",
            "## 2. ",
            "## 3. ",
            "## 4. ",
            "## 5. ",
            "## 6. ",
            "## 7. ",
            "## 8. ");
    assertThat(folder.resolve("bom.cdx.json")).exists();
  }

  @Test
  void namesInAProductCannotInjectIntoDocuments() throws IOException {
    Evaluation hostile = SampleEvaluation.of(2, SampleEvaluation.HOSTILE);
    Path folder = written("eu", dossier("eu-cra", hostile));
    assertThat(Files.readString(folder.resolve("technical-documentation.md")))
        .doesNotContain("\u001b", "\u202E")
        .doesNotContainPattern("(?<!\\\\)<")
        .contains("\\<img");
    assertThat(Files.readString(folder.resolve("oversight.html")))
        .doesNotContain("<img", "\u001b", "\u202E")
        .contains("&lt;img");
  }
}
