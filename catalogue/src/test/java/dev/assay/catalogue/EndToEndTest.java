package dev.assay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.control.ControlProduct;
import dev.assay.catalogue.control.ControlRunner;
import dev.assay.catalogue.control.Proof;
import dev.assay.catalogue.identity.Measurements;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From YAML to verdict. */
class EndToEndTest {
  private static final String CASES =
      """
      - id: SERVER-LOGIN
        title: No root login
        component: server
        expect: login in ["no", "key"]
        severity: high
        weakness: CWE-20
        because: Root is known by name.
        mitigate: Set login to no.
        requirements: [nist:800-53r5:AC-6(2), "3gpp:33.117:4.2.3.4.1.1", "etsi:303645:5.1-1", cra:annex-1:1.2.d]
        controls:
          fails:  { etc/server: "login yes\\n" }
          passes: { etc/server: "login no\\n" }
      - family: SERVER-NO-${name}
        each: ciphers.csv
        title: The server does not offer ${cipher}
        component: server
        applies: size(ciphers) > 0
        expect: "!(row.cipher in ciphers)"
        severity: ${severity}
        weakness: CWE-20
        because: ${because}
        mitigate: Remove ${cipher}.
        requirements: ["${requirements}"]
        controls:
          fails:  { etc/server: "cipher ${cipher}\\n" }
          passes: { etc/server: "cipher aes256-gcm\\n" }
      """;
  private static final String TABLE =
      """
      name,cipher,severity,because,requirements
      3DES,3des-cbc,medium,"Blocks of 64 bits repeat, so text leaks",nist:800-53r5:SC-13 cra:annex-1:1.2.e
      RC4,arcfour,high,Its key stream is biased,nist:800-53r5:SC-13 cra:annex-1:1.2.e
      """;

  private static List<Definition> definitions() {
    return Sample.definitions("cases/server.yaml", CASES, "cases/ciphers.csv", TABLE);
  }

  private static List<Proof> check(List<Definition> definitions) {
    return new ControlRunner(new ControlProduct(List.of()), Sample::inspect).check(definitions);
  }

  @Test
  void everyCaseIsProvenByItsControls() {
    assertThat(check(definitions()))
        .extracting(Proof::test)
        .containsExactly("SERVER-LOGIN", "SERVER-NO-3DES", "SERVER-NO-RC4");
    assertThat(check(definitions())).allMatch(Proof::proven);
  }

  @Test
  void familiesSpeakOfTheirRow() {
    Definition des = definitions().get(1);
    assertThat(des.meta().title()).isEqualTo("The server does not offer 3des-cbc");
    assertThat(des.meta().family()).isEqualTo("SERVER-NO-${name}");
    assertThat(des.meta().expect()).isEqualTo("!(\"3des-cbc\" in ciphers)");
    assertThat(des.meta().requirements())
        .containsExactly("nist:800-53r5:SC-13", "cra:annex-1:1.2.e");
  }

  @Test
  void saysWhyAControlProvesNothing() {
    String swapped = CASES.replace("\"login yes\\n\"", "\"login no\\n\"");
    Proof proof =
        check(Sample.definitions("cases/server.yaml", swapped, "cases/ciphers.csv", TABLE)).get(0);
    assertThat(proof.proven()).isFalse();
    assertThat(proof.faults().get(0).control()).isEqualTo("fails");
    assertThat(proof.faults().get(0).why()).contains("should FAIL", "PASS", "login=no");
  }

  @Test
  void everyControlOfAListMustDoWhatItIsFor() {
    String both =
        CASES.replace(
            "{ etc/server: \"login no\\n\" }",
            "[{ etc/server: \"login no\\n\" }, { etc/server: \"login key\\n\" }]");
    assertThat(
            check(Sample.definitions("cases/server.yaml", both, "cases/ciphers.csv", TABLE)).get(0))
        .matches(Proof::proven);
    Proof proof =
        check(
                Sample.definitions(
                    "cases/server.yaml",
                    both.replace("login key", "login yes"),
                    "cases/ciphers.csv",
                    TABLE))
            .get(0);
    assertThat(proof.faults()).extracting(Proof.Fault::control).containsExactly("passes[1]");
    assertThat(proof.faults().get(0).why()).contains("should be PASS", "FAIL", "login=yes");
  }

  @Test
  void saysThatNoComponentWasFound() {
    String elsewhere = CASES.replace("{ etc/server: \"login no", "{ etc/other: \"login no");
    Proof proof =
        check(Sample.definitions("cases/server.yaml", elsewhere, "cases/ciphers.csv", TABLE))
            .get(0);
    assertThat(proof.faults().get(0).why()).contains("no component of kind server was found");
  }

  @Test
  void aPackedCatalogueDecidesAsItsSource() {
    Profile profile = new Profile("lab", "Laboratory", List.of("server"), List.of());
    byte[] packed = Catalogue.pack(profile, definitions(), Measurements.none());
    Catalogue catalogue = Catalogue.read(packed);

    assertThat(Catalogue.pack(profile, definitions(), Measurements.none())).isEqualTo(packed);
    assertThat(catalogue.profile()).isEqualTo("lab");
    assertThat(catalogue.digest()).hasSize(64);
    assertThat(catalogue.forKind("server")).hasSize(3);
    assertThat(catalogue.cases())
        .extracting(CompiledCase::meta)
        .isEqualTo(definitions().stream().map(Definition::meta).toList());
    assertThat(
            catalogue.find("SERVER-LOGIN").orElseThrow().expect().decide(Sample.described()).why())
        .isEqualTo("login is \"yes\" (expected: login in [\"no\", \"key\"])");
  }
}
