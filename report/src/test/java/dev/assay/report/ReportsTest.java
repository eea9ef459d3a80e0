package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.assay.evidence.Bundle;
import dev.assay.model.Evaluation;
import dev.assay.model.Waived;
import dev.assay.model.requirement.Requirements;
import dev.assay.report.terminal.Palette;
import dev.assay.report.terminal.TerminalSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cyclonedx.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
  private static final Evaluation SMALL = SampleEvaluation.of(40, "NAS-320");
  private static final Evaluation HOSTILE = SampleEvaluation.of(3, SampleEvaluation.HOSTILE);

  private static String written(String report, Evaluation evaluation) throws IOException {
    Bundle.View view = Reports.named(report).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    view.write(evaluation, "12".repeat(32), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String terminal(Evaluation evaluation, Palette palette, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TerminalSummary.write(
        Overview.of(evaluation),
        palette,
        width,
        "assay-out/x",
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "html",
        "sarif",
        "cyclonedx",
        "spdx",
        "cyclonedx-vex",
        "openvex",
        "csaf",
        "junit",
        "privacy"
      })
  void theSameEvaluationGivesTheSameBytesInAnyLocale(String report) throws IOException {
    String first = written(report, SMALL);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertThat(written(report, SMALL)).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theTerminalSummaryFitsItsWidthAndNamesWhatMatters() {
    String text = terminal(SMALL, Palette.PLAIN, 80);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(text.lines().count()).isLessThanOrEqualTo(60);
    assertThat(text)
        .contains("REJECTED", "SSH-ROOT-LOGIN", "etc/ssh/sshd_config:32", "inconclusive", "opaque");
  }

  @Test
  void namesInAProductCannotSteerTheTerminal() {
    assertThat(terminal(HOSTILE, Palette.PLAIN, 100)).doesNotContain("\u001b", "\u202E");
  }

  @Test
  void namesInAProductCannotInjectIntoThePage() throws IOException {
    String page = written("html", HOSTILE);
    assertThat(page).doesNotContain("<img src=x", "\u001b", "\u202E");
    assertThat(page).contains("&lt;/script&gt;");
  }

  @Test
  void thePageSaysBesideTheDecisionWhatIsWaived() throws IOException {
    Waived one = new Waived("PACKAGE-KNOWN-CRITICAL", SampleSystem.CURL, "", "j.doe", "2027-01-31");
    assertThat(written("html", SampleSystem.of(List.of(), List.of(one))))
        .contains("1 failure is waived: somebody answers for it by name.");
    assertThat(written("html", SMALL)).doesNotContain(" waived: ");
  }

  @Test
  void thePageLoadsNothingFromOutside() throws IOException {
    String page = written("html", SMALL);
    assertThat(page).doesNotContain("http://", "https://", "@import", " src=");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void thePageShowsEveryRequirementOfAStandardInItsOrder() throws IOException {
    assertThat(written("html", SMALL))
        .contains(
            "<tr class=\"bad\"><th scope=\"row\">AC-6(2)</th>",
            "<tr class=\"unseen\"><th scope=\"row\">AC-1</th><td>Policy and Procedures</td>"
                + "<td class=\"standing\">not covered</td>",
            "<tr><th scope=\"row\">4.4.2</th><td>Port Scanning</td><td class=\"standing\">open</td>",
            "1 failed, 1 open, " + (clauses() - 2) + " not covered")
        .containsSubsequence(">AC-2(1)</th>", ">AC-6(2)</th>", ">AC-17</th>", ">SI-2</th>")
        .doesNotContain("ETSI EN 303 645");
  }

  private static long clauses() {
    return Requirements.all().stream().filter(each -> each.id().startsWith("3gpp:33.117:")).count();
  }

  @Test
  void aPageOfFortyThousandVerdictsStaysSmall() throws IOException {
    assertThat(written("html", SampleEvaluation.of(20_000, "big")).length()).isLessThan(5_000_000);
  }

  @Test
  void sarifIsJsonWithARuleForEveryResult() throws IOException {
    String sarif = written("sarif", HOSTILE);
    try (JsonParser json = new JsonFactory().createParser(sarif)) {
      while (json.nextToken() != null) {}
    }
    assertThat(sarif).contains("\"version\":\"2.1.0\"", "\"startLine\":32", "\"kind\":\"review\"");
  }

  @Test
  void theBillOfMaterialsIsValidCycloneDx() throws IOException {
    for (Evaluation evaluation : List.of(SMALL, HOSTILE)) {
      byte[] bom = written("cyclonedx", evaluation).getBytes(StandardCharsets.UTF_8);
      assertThat(new org.cyclonedx.parsers.JsonParser().validate(bom, Version.VERSION_16))
          .isEmpty();
    }
  }

  @Test
  void junitXmlIsWellFormedWhateverTheNames() throws Exception {
    byte[] xml = written("junit", HOSTILE).getBytes(StandardCharsets.UTF_8);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    assertThat(document.getElementsByTagName("testcase").getLength())
        .isEqualTo(HOSTILE.verdicts().size());
  }
}
