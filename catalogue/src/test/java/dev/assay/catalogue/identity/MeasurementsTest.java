package dev.assay.catalogue.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.Sample;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Profile;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Measured;
import dev.assay.model.Measured.Tried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementsTest {
  private static final String CASE =
      """
      - id: A
        title: A title
        component: server
        expect: login == "no"
        severity: low
        weakness: CWE-20
        because: A reason.
        mitigate: A way.
        requirements: [nist:800-53r5:AC-6]
        controls: { fails: { etc/server: "login yes" }, passes: { etc/server: "login no" } }
      """;

  private static final Measured MEASURED =
      new Measured(
          "2026-11-27", new Tried(1, 0), new Tried(2, 1), new Tried(12, 0), new Tried(7, 3));

  private static Definition definition(String yaml) {
    return Sample.definitions("cases/c.yaml", yaml).getFirst();
  }

  private static Measurements measured(String text) {
    return Measurements.of(Sample.files("measured.csv", text));
  }

  private static String line() {
    return Measurements.text(
        List.of(
            new CaseIdentity(
                "A",
                1,
                CaseDigest.of(definition(CASE)),
                Optional.of("CWE-20"),
                Optional.of(MEASURED))));
  }

  @Test
  void theCanonicalDefinitionIsWhatItsPageSays() {
    assertThat(new String(CaseDigest.canonical(definition(CASE)), StandardCharsets.UTF_8))
        .startsWith(
            "{\"id\":\"A\",\"revision\":1,\"component\":\"server\",\"applies\":\"true\","
                + "\"expect\":\"login == \\\"no\\\"\",\"severity\":\"low\",\"weakness\":\"CWE-20\",\"depth\":4,"
                + "\"requirements\":[\"nist:800-53r5:AC-6\"],\"controls\":{\"fails\":[[{"
                + "\"path\":\"etc/server\",\"mode\":")
        .endsWith("\"inconclusive\":[]}}");
  }

  @ParameterizedTest
  @CsvSource({
    "login yes, login root",
    "severity: low, severity: high",
    "CWE-20, CWE-250",
    "AC-6, AC-3",
    "'login == \"no\"', 'login != \"yes\"'",
    "'component: server', 'component: server\n  revision: 2'"
  })
  void whatDecidesChangesTheDigest(String before, String after) {
    String other = CASE.replace(before, after.replace("\\n", "\n"));
    assertThat(other).isNotEqualTo(CASE);
    assertThat(CaseDigest.of(definition(other))).isNotEqualTo(CaseDigest.of(definition(CASE)));
  }

  @Test
  void proseDoesNot() {
    assertThat(CaseDigest.of(definition(CASE.replace("A reason.", "A better reason."))))
        .isEqualTo(CaseDigest.of(definition(CASE)));
  }

  @Test
  void whatWasMeasuredComesWithTheCaseThroughThePackedCatalogue() {
    Profile profile = new Profile("p", "P", List.of("c"), List.of());
    Catalogue catalogue =
        Catalogue.read(Catalogue.pack(profile, List.of(definition(CASE)), measured(line())));
    assertThat(catalogue.identity("A").flatMap(CaseIdentity::measured)).contains(MEASURED);
  }

  @Test
  void aMeasurementOfTheCaseBeforeItChangedIsNotOneOfTheNew() {
    Definition changed = definition(CASE.replace("login yes", "login root"));
    assertThat(measured(line()).identify(changed).measured()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A,xyz,2026-11-27,1,0,2,1,12,0,7,3", "A", ""})
  void refusesALineThatIsNone(String bad) {
    String text = line() + bad + "\n";
    assertThatThrownBy(() -> measured(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("measured.csv line 3");
  }

  @Test
  void refusesMoreErrorsThanSamples() {
    String text = line().replace(",2,1,", ",2,3,");
    assertThatThrownBy(() -> measured(text)).hasMessageContaining("line 2: 3 wrong of 2");
  }
}
