package dev.assay.report;

import static dev.assay.report.SampleSystem.CURL;
import static dev.assay.report.SampleSystem.LIBC;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.assay.model.Evaluation;
import dev.assay.model.Flaw;
import dev.assay.model.Flaw.State;
import dev.assay.model.Waived;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.vulnerability.Vulnerability;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

class VexReportsTest {
  private static final String CSAF = "csaf-2.0.schema.json";
  private static final String OPENVEX = "openvex-0.2.0.schema.json";
  private static final String REASON = "Debian 12 says it is fixed in 7.88.1-10+deb12u4";

  private static final Evaluation SYSTEM =
      SampleSystem.of(
          List.of(
              flaw("CVE-2023-38545", CURL, State.AFFECTED, "", "", "7.88.1-10+deb12u4"),
              flaw("CVE-2023-38546", CURL, State.FIXED, "", "", ""),
              flaw(
                  "CVE-2023-46218",
                  CURL,
                  State.NOT_AFFECTED,
                  "vulnerable_code_not_present",
                  "Box Works",
                  ""),
              flaw("CVE-2023-46219", CURL, State.NOT_AFFECTED, "", "Box Works", ""),
              flaw("CVE-2023-38545", LIBC, State.UNDER_INVESTIGATION, "", "", ""),
              flaw("GHSA-aaaa-bbbb-cccc", LIBC, State.AFFECTED, "", "", "")),
          List.of(
              new Waived("PACKAGE-KNOWN-CRITICAL", CURL, "no SOCKS here", "j.doe", "2027-01-31")));

  private static Flaw flaw(
      String id, String component, State state, String justification, String by, String fixed) {
    return new Flaw(
        id,
        component,
        state,
        justification,
        REASON,
        by,
        "critical",
        9.8,
        "3.1",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        fixed);
  }

  private static String written(String report, Evaluation evaluation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.named(report).orElseThrow().write(evaluation, "12".repeat(32), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<?> mistakes(String schema, String document) throws IOException {
    return Schemas.mistakes(
        "/dev/assay/report/" + schema, SpecificationVersion.DRAFT_2020_12, document);
  }

  @Test
  void openVexIsValidAndSaysWhy() throws IOException {
    String vex = written("openvex", SYSTEM);
    assertThat(mistakes(OPENVEX, vex)).isEmpty();
    assertThat(vex)
        .contains(
            "\"status\":\"not_affected\",\"justification\":\"vulnerable_code_not_present\","
                + "\"status_notes\":\"Box Works: "
                + REASON,
            "\"status\":\"not_affected\",\"impact_statement\":\"Box Works: ",
            "\"status\":\"under_investigation\"",
            "\"status\":\"fixed\"",
            "\"action_statement\":\"Update curl to 7.88.1-10+deb12u4. Accepted until 2027-01-31 by "
                + "j.doe (PACKAGE-KNOWN-CRITICAL): no SOCKS here\"",
            "\"@id\":\"pkg:generic/Box@2.1\"",
            "\"purl\":\"pkg:deb/debian/curl@7.88.1-10?arch=arm64\"");
  }

  @Test
  void csafIsValidAndGivesEachStatusItsReason() throws IOException {
    String csaf = written("csaf", SYSTEM);
    assertThat(mistakes(CSAF, csaf)).isEmpty();
    assertThat(csaf)
        .contains(
            "\"category\":\"csaf_vex\"",
            "\"cve\":\"CVE-2023-38545\"",
            "\"known_affected\":[\"CSAFPID-1\"],\"under_investigation\":[\"CSAFPID-2\"]",
            "\"flags\":[{\"label\":\"vulnerable_code_not_present\",\"product_ids\":[\"CSAFPID-1\"]}]",
            "\"threats\":[{\"category\":\"impact\",\"details\":\"Box Works: ",
            "\"remediations\":[{\"category\":\"vendor_fix\",\"details\":\"Update curl to",
            "\"ids\":[{\"system_name\":\"advisory\",\"text\":\"GHSA-aaaa-bbbb-cccc\"}]",
            "\"name\":\"curl 7.88.1-10 in Box 2.1\"");
  }

  @Test
  void cycloneDxIsValidAndRefersToItsComponents() throws IOException, ParseException {
    byte[] json = written("cyclonedx-vex", SYSTEM).getBytes(StandardCharsets.UTF_8);
    assertThat(new JsonParser().validate(json, Version.VERSION_16)).isEmpty();
    List<Vulnerability> vulnerabilities = new JsonParser().parse(json).getVulnerabilities();
    assertThat(vulnerabilities)
        .extracting(each -> each.getId() + " " + each.getAnalysis().getState())
        .containsExactly(
            "CVE-2023-38545 EXPLOITABLE",
            "CVE-2023-38545 IN_TRIAGE",
            "CVE-2023-38546 RESOLVED",
            "CVE-2023-46218 NOT_AFFECTED",
            "CVE-2023-46219 NOT_AFFECTED",
            "GHSA-aaaa-bbbb-cccc EXPLOITABLE");
    assertThat(vulnerabilities.get(3).getAnalysis().getJustification())
        .isEqualTo(Vulnerability.Analysis.Justification.CODE_NOT_PRESENT);
    assertThat(vulnerabilities.getFirst().getAffects().getFirst().getRef()).isEqualTo(CURL);
    assertThat(vulnerabilities.getFirst().getRatings().getFirst().getScore()).isEqualTo(9.8);
    assertThat(vulnerabilities.getFirst().getRecommendation()).contains("7.88.1-10+deb12u4");
  }

  @Test
  void aProductWithoutKnownFlawsGivesValidDocumentsWhereTheFormatHasThem() throws IOException {
    Evaluation clean = SampleEvaluation.of(3, SampleEvaluation.HOSTILE);
    assertThat(mistakes(CSAF, written("csaf", clean))).isEmpty();
    assertThat(
            new JsonParser()
                .validate(
                    written("cyclonedx-vex", clean).getBytes(StandardCharsets.UTF_8),
                    Version.VERSION_16))
        .isEmpty();
    assertThat(written("openvex", clean)).contains("\"statements\":[]");
  }

  @Test
  void theSchemasSeeWhatIsWrong() throws IOException {
    String vex = written("openvex", SYSTEM);
    assertThat(mistakes(OPENVEX, vex.replace("not_affected", "unaffected"))).isNotEmpty();
    assertThat(mistakes(OPENVEX, vex.replace("action_statement", "status_note"))).isNotEmpty();
    assertThat(mistakes(OPENVEX, vex.replace("impact_statement", "supplier"))).isNotEmpty();
    String csaf = written("csaf", SYSTEM);
    assertThat(mistakes(CSAF, csaf.replace("CVE-2023-38546", "CVE-38546"))).isNotEmpty();
    assertThat(mistakes(CSAF, csaf.replace("vulnerable_code_not_present", "safe"))).isNotEmpty();
    assertThat(mistakes(CSAF, csaf.replace("\"revision_history\"", "\"history\""))).isNotEmpty();
  }
}
