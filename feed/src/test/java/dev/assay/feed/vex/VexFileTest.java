package dev.assay.feed.vex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feed.Status;
import dev.assay.feed.source.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VexFileTest {
  private static final String CURL = "pkg:deb/debian/curl@7.88.1-10";
  private static final String HEAD =
      "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"https://example.org/1\","
          + "\"author\":\"Box Works\",\"timestamp\":\"2026-11-01T00:00:00Z\",\"version\":1,\"statements\":[";

  @TempDir Path dir;

  private VexDocument read(String text) throws IOException {
    return VexFile.read(Files.writeString(dir.resolve("vex.json"), text));
  }

  private static String statement(String more) {
    return "{\"vulnerability\":{\"name\":\"CVE-2023-38545\",\"aliases\":[\"GHSA-1\"]},"
        + "\"products\":[{\"@id\":\""
        + CURL
        + "\"}],"
        + more
        + "}";
  }

  @Test
  void openVexStatesAboutTheSubcomponentsOfAProduct() throws IOException {
    VexDocument document =
        read(
            HEAD
                + statement("\"status\":\"fixed\"")
                + ",{\"vulnerability\":{\"name\":\"CVE-2024-1\"},\"products\":[{\"@id\":\"https://example.org/box\","
                + "\"subcomponents\":[{\"identifiers\":{\"purl\":\"pkg:deb/debian/zlib\"}}]}],"
                + "\"status\":\"not_affected\",\"justification\":\"component_not_present\","
                + "\"impact_statement\":\"not built in\"}]}");
    assertThat(document.refusals()).isEmpty();
    assertThat(document.statements())
        .containsExactly(
            new VexStatement(
                Set.of("CVE-2023-38545", "GHSA-1"), CURL, Status.FIXED, "", "", "Box Works"),
            new VexStatement(
                Set.of("CVE-2024-1"),
                "pkg:deb/debian/zlib",
                Status.NOT_AFFECTED,
                "component_not_present",
                "not built in",
                "Box Works"));
  }

  @Test
  void statementsThatCannotBeUnderstoodAreRefusedOneByOneWithTheirNumber() throws IOException {
    VexDocument document =
        read(
            HEAD
                + statement("\"status\":\"fixed\"")
                + ",17,"
                + statement("\"status\":\"fine\"")
                + ","
                + statement("\"status\":\"not_affected\"")
                + ","
                + statement("\"status\":\"not_affected\",\"justification\":\"trust us\"")
                + ",{\"vulnerability\":{\"name\":\"CVE-2024-1\"},\"status\":\"fixed\"},"
                + statement("\"status\":\"fixed\"").replace(CURL, "curl")
                + ",{\"status\":\"fixed\"}]}");
    assertThat(document.records()).isEqualTo(8);
    assertThat(document.statements()).hasSize(1);
    assertThat(document.refusals())
        .extracting(Refusal::record)
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(document.refusals())
        .extracting(Refusal::reason)
        .containsExactly(
            "expected an object, found a number",
            "expected a status, found `fine`",
            "expected why " + CURL + " is not affected, found no justification",
            "expected a justification, found `trust us`",
            "expected products, found none",
            "expected a package URL, found `curl`",
            "expected a field `name`, found none");
  }

  @Test
  void cycloneDxStatesAboutComponentsByReference() throws IOException {
    VexDocument document =
        read(
            """
            {"bomFormat":"CycloneDX","specVersion":"1.6",
             "metadata":{"supplier":{"name":"Box Works"}},
             "components":[{"name":"a","components":[{"bom-ref":"c1","purl":"%s"}]}],
             "vulnerabilities":[
              {"id":"CVE-1-1234","analysis":{"state":"not_affected","justification":"code_not_reachable"},
               "affects":[{"ref":"c1"},{"ref":"pkg:npm/x@1"}]},
              {"id":"CVE-1-1235","analysis":{"state":"resolved"},
               "affects":[{"ref":"c2"},{"ref":"c1","versions":[{"version":"1"}]}]},
              {"id":"CVE-1-1236","affects":[{"ref":"c1"}]}]}
            """
                .formatted(CURL));
    assertThat(document.statements())
        .extracting(each -> each.flaws() + " " + each.purl() + " " + each.justification())
        .containsExactly(
            "[CVE-1-1234] " + CURL + " vulnerable_code_not_in_execute_path",
            "[CVE-1-1234] pkg:npm/x@1 vulnerable_code_not_in_execute_path");
    assertThat(document.refusals())
        .extracting(each -> each.record() + " " + each.reason())
        .containsExactly(
            "2 expected a package URL, found `c2`",
            "2 expected a component, found ranges of versions, which are not read",
            "3 expected a field `state`, found none");
  }

  @Test
  void csafStatesAboutProductsOfItsTree() throws IOException {
    VexDocument document =
        read(
            """
            {"document":{"category":"csaf_vex","csaf_version":"2.0","publisher":{"name":"Box Works"}},
             "product_tree":{"full_product_names":[
               {"product_id":"box","name":"Box"},
               {"product_id":"curl","name":"curl","product_identification_helper":{"purl":"%s"}}],
              "branches":[{"category":"product_name","name":"zlib","branches":[
               {"category":"product_version","name":"1.3","product":{"product_id":"z13","name":"z",
                 "product_identification_helper":{"purl":"pkg:generic/zlib"}}},
               {"category":"product_version_range","name":"vers:generic/<1.3","product":{"product_id":"zold",
                 "name":"z","product_identification_helper":{"purl":"pkg:generic/zlib"}}}]}],
              "relationships":[{"category":"default_component_of","product_reference":"curl",
               "relates_to_product_reference":"box","full_product_name":{"product_id":"cib","name":"c"}}]},
             "vulnerabilities":[{"cve":"CVE-2023-38545",
               "product_status":{"known_not_affected":["cib","zold"],"fixed":["z13"]},
               "flags":[{"label":"vulnerable_code_not_present","product_ids":["cib"]}],
               "threats":[{"category":"impact","details":"no SOCKS","product_ids":["cib"]}]}]}
            """
                .formatted(CURL));
    assertThat(document.statements())
        .containsExactly(
            new VexStatement(
                Set.of("CVE-2023-38545"),
                CURL,
                Status.NOT_AFFECTED,
                "vulnerable_code_not_present",
                "no SOCKS",
                "Box Works"),
            new VexStatement(
                Set.of("CVE-2023-38545"),
                "pkg:generic/zlib@1.3",
                Status.FIXED,
                "",
                "",
                "Box Works"));
    assertThat(document.refusals())
        .extracting(Refusal::reason)
        .containsExactly("expected a package URL of product `zold`, found none");
  }

  @Test
  void aPackageUrlMeansThePackageAsFarAsItSays() {
    String found = "pkg:deb/debian/curl@7.88.1-10?arch=arm64&distro=bookworm";
    for (String said :
        new String[] {
          "pkg:deb/debian/curl", CURL, "pkg:deb/debian/curl@7.88.1-10?arch=arm64", found
        }) {
      assertThat(saying(said).speaksOf(found)).as(said).isTrue();
    }
    for (String said :
        new String[] {
          "pkg:deb/debian/curl@7.88.1-1",
          "pkg:deb/ubuntu/curl@7.88.1-10",
          "pkg:deb/debian/curl@7.88.1-10?arch=amd64",
          "pkg:generic/curl"
        }) {
      assertThat(saying(said).speaksOf(found)).as(said).isFalse();
    }
  }

  private static VexStatement saying(String purl) {
    return new VexStatement(Set.of("CVE-2023-38545"), purl, Status.FIXED, "", "", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "waivers: []",
        "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"statements\":[]}",
        "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"author\":\"x\",\"statements\":{}}",
        "{\"bomFormat\":\"CycloneDX\",\"components\":[1]}",
        "{\"document\":{\"csaf_version\":\"2.0\"}}",
        "{\"a\":1,\"a\":2}"
      })
  void whatIsNoVexDocumentIsRefusedAsAWhole(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(".*expected.*");
  }

  @Test
  void aDocumentThatIsCutOffOrNestedTooDeepIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> read(HEAD + statement("\"status\":\"fixed\"")))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("byte [0-9]+: expected JSON.*");
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("byte [0-9]+: expected JSON.*");
  }
}
