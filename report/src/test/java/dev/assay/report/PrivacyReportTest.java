package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.android.code.AndroidCodeFacts.Host;
import dev.assay.inspect.android.code.AndroidCodeFacts.Site;
import dev.assay.inspect.android.code.AndroidCodeFacts.Use;
import dev.assay.inspect.android.code.AndroidCodeFacts.UsedLibrary;
import dev.assay.inspect.privacy.DeclarationFacts.DeclaredData;
import dev.assay.inspect.privacy.PrivacyFacts;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Risk;
import dev.assay.model.RiskSigns;
import dev.assay.report.privacy.AppPrivacy;
import dev.assay.report.privacy.AppPrivacy.DataType;
import dev.assay.report.privacy.AppPrivacy.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An app that reads two types of data and declares one of them and a third. */
class PrivacyReportTest {
  private static final Site SITE = new Site("classes.dex", 96, "org.example.Map.show", 4, 31);

  @Test
  void tellsWhatIsReadFromWhatIsDeclared() {
    assertThat(states(Map.of()))
        .containsExactly(
            Map.entry("contacts", State.UNDECLARED),
            Map.entry("name", State.UNSEEN),
            Map.entry("precise-location", State.DECLARED));
  }

  @Test
  void doesNotClaimThatNobodyReadsWhatHiddenCodeMayRead() {
    assertThat(states(Map.of("whole", "code is loaded while the app runs")))
        .contains(Map.entry("name", State.MAYBE));
  }

  @Test
  void judgesNothingWithoutADeclaration() {
    assertThat(states(Map.of("declared", "no privacy declaration was given")))
        .contains(Map.entry("contacts", State.OPEN));
  }

  @Test
  void thePageHasALabelForTheApp() throws IOException {
    assertThat(written("html", Map.of()))
        .contains(
            "id=\"privacy\"",
            "Reads without declaring",
            "org.example.Map.show",
            "ads.example.org, in clear text, not declared",
            "Measure (Example), declared");
  }

  @Test
  void aPageWithoutAppsHasNoSuchSection() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.named("html").orElseThrow().write(SampleEvaluation.of(3, "NAS"), "12", out);
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("id=\"privacy\"");
  }

  @Test
  void programsReadTheSame() throws IOException {
    assertThat(written("privacy", Map.of()))
        .contains("\"type\" : \"contacts\"", "\"state\" : \"undeclared\"", "\"cleartext\" : true");
    assertThat(written("privacy", Map.of("declared", "none was given")))
        .contains("\"declarationGiven\" : false", "\"declared\" : null");
  }

  private static Map<String, State> states(Map<String, String> unknown) {
    Map<String, State> states = new TreeMap<>();
    for (DataType type : AppPrivacy.of(evaluation(unknown)).getFirst().data()) {
      states.put(type.type(), type.state());
    }
    return states;
  }

  private static String written(String report, Map<String, String> unknown) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.named(report).orElseThrow().write(evaluation(unknown), "12".repeat(32), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Evaluation evaluation(Map<String, String> unknown) {
    Evaluation base = SampleEvaluation.of(1, "phone");
    List<Described> components = new ArrayList<>(base.components());
    List<Risk> risks = new ArrayList<>(base.risks());
    String id = "app-privacy:app.apk";
    components.add(
        new Described(
            new Component(id, "app-privacy", "org.example", "1", "", "", List.of("app.apk")),
            facts(),
            List.of(),
            unknown,
            RiskSigns.UNKNOWN));
    risks.add(new Risk(id, 20, 3, List.of()));
    return new Evaluation(
        base.assayVersion(),
        base.product(),
        base.profile(),
        base.catalogueDigest(),
        base.feedDigest(),
        base.cases(),
        base.identities(),
        base.planned(),
        base.artifacts(),
        components,
        risks,
        base.plan(),
        base.verdicts(),
        base.waived(),
        base.flaws(),
        base.asOf(),
        base.gate());
  }

  private static PrivacyFacts facts() {
    Use use = new Use(1, List.of(SITE));
    return new PrivacyFacts(
        "org.example",
        List.of("android.permission.INTERNET"),
        true,
        false,
        Map.of(),
        List.of(),
        List.of(),
        true,
        Map.of(),
        Map.of("precise-location", use, "contacts", use),
        Map.of(
            "measure", new UsedLibrary("Measure", "Example", "analytics", 3, List.of("a"), SITE)),
        Map.of("ads.example.org", new Host(true, 1, List.of(SITE))),
        true,
        Map.of(
            "precise-location",
            new DeclaredData(true, false, true, false, List.of("app-functionality"), "30 days"),
            "name",
            new DeclaredData(true, true, false, true, List.of(), "")),
        List.of("measure"),
        List.of("api.example.org"),
        Map.of(),
        "https://example.org/privacy",
        "",
        "");
  }
}
