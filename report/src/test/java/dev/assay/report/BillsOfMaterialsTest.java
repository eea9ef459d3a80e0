package dev.assay.report;

import static dev.assay.report.SampleSystem.CURL;
import static dev.assay.report.SampleSystem.LIBC;
import static dev.assay.report.SampleSystem.LIBRARY;
import static dev.assay.report.SampleSystem.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.assay.model.Evaluation;
import dev.assay.report.bom.SpdxExpression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.License;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillsOfMaterialsTest {
  private static final String SPDX = "/resources/spdx-schema-v2.3.json";

  private static String written(String report, Evaluation evaluation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.named(report).orElseThrow().write(evaluation, "12".repeat(32), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Bom bom() throws IOException, ParseException {
    byte[] json = written("cyclonedx", SampleSystem.of()).getBytes(StandardCharsets.UTF_8);
    assertThat(new JsonParser().validate(json, Version.VERSION_16)).isEmpty();
    return new JsonParser().parse(json);
  }

  private static Map<String, Component> components() throws IOException, ParseException {
    return bom().getComponents().stream()
        .collect(Collectors.toMap(Component::getBomRef, Function.identity()));
  }

  @Test
  void cycloneDxSaysWhatNeedsWhat() throws IOException, ParseException {
    Map<String, List<String>> needs =
        bom().getDependencies().stream()
            .collect(
                Collectors.toMap(
                    Dependency::getRef,
                    each ->
                        each.getDependencies() == null
                            ? List.of()
                            : each.getDependencies().stream().map(Dependency::getRef).toList()));
    assertThat(needs.get(CURL)).containsExactly(LIBC);
    assertThat(needs.get(PROGRAM)).containsExactly(LIBRARY);
    assertThat(needs.get(LIBRARY)).isEmpty();
    assertThat(needs.get("product"))
        .contains(CURL, PROGRAM, "dependency:disk.img!/#npm/left-pad@1.3.0")
        .doesNotContain(LIBC, LIBRARY);
  }

  @Test
  void cycloneDxGivesIdentitySupplierAndHashesOfFilesOnly() throws IOException, ParseException {
    Component curl = components().get(CURL);
    assertThat(curl.getPurl()).isEqualTo("pkg:deb/debian/curl@7.88.1-10?arch=arm64");
    assertThat(curl.getCpe()).startsWith("cpe:2.3:a:haxx:curl");
    assertThat(curl.getSupplier().getName()).isEqualTo("Alessandro");
    assertThat(curl.getHashes()).isNull();
    assertThat(components().get(PROGRAM).getHashes().getFirst().getValue())
        .isEqualTo("02".repeat(32));
    Component product = bom().getMetadata().getComponent();
    assertThat(product.getName()).isEqualTo("Box");
    assertThat(product.getVersion()).isEqualTo("2.1");
    assertThat(product.getComponents().getFirst().getHashes().getFirst().getValue())
        .isEqualTo("ab".repeat(32));
  }

  @Test
  void cycloneDxGivesLicencesAsExpressionsOnlyWhereTheyAre() throws IOException, ParseException {
    List<License> curl = components().get(CURL).getLicenses().getLicenses();
    assertThat(curl).extracting(License::getId).containsExactly("curl", null);
    assertThat(curl).extracting(License::getName).containsExactly(null, "BSD-3-clause or GPL-2+");
    assertThat(components().get(LIBC).getLicenses().getExpression().getValue())
        .isEqualTo("LGPL-2.1-or-later AND (MIT OR Apache-2.0)");
    assertThat(components().get(PROGRAM).getLicenses()).isNull();
  }

  @Test
  void spdxIsValidWhateverTheNames() throws IOException {
    for (Evaluation evaluation :
        List.of(
            SampleSystem.of(),
            SampleEvaluation.of(40, "NAS-320"),
            SampleEvaluation.of(3, SampleEvaluation.HOSTILE))) {
      String spdx = written("spdx", evaluation);
      assertThat(Schemas.mistakes(SPDX, SpecificationVersion.DRAFT_7, spdx)).isEmpty();
    }
  }

  @Test
  void theSpdxSchemaSeesWhatIsWrong() throws IOException {
    String spdx = written("spdx", SampleSystem.of());
    for (String wrong :
        List.of(
            spdx.replace("\"SHA256\"", "\"SHA257\""),
            spdx.replace("\"DEPENDS_ON\"", "\"WANTS\""),
            spdx.replace("\"creators\"", "\"makers\""))) {
      assertThat(Schemas.mistakes(SPDX, SpecificationVersion.DRAFT_7, wrong)).isNotEmpty();
    }
  }

  @Test
  void spdxExplainsLicencesThatItDoesNotList() throws IOException {
    String spdx = written("spdx", SampleSystem.of());
    assertThat(spdx)
        .contains(
            "\"licenseDeclared\":\"LGPL-2.1-or-later AND (MIT OR Apache-2.0)\"",
            "\"extractedText\":\"Declared as: BSD-3-clause or GPL-2+\"",
            "\"created\":\"2026-11-23T00:00:00Z\"",
            "\"documentNamespace\":\"https://assay.dev/spdx/" + "12".repeat(32) + "\"",
            "\"relationshipType\":\"DEPENDS_ON\"",
            "\"supplier\":\"Organization: Alessandro\"",
            "\"packageFileName\":\"disk.img!/usr/bin/curl\"");
    assertThat(spdx.split("\"DEPENDS_ON\"", -1)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIT",
        "GPL-2.0-only WITH Classpath-exception-2.0",
        "(MIT OR Apache-2.0) AND BSD-3-Clause",
        "Apache-2.0+",
      })
  void expressionsOfListedLicencesAreTold(String text) {
    assertThat(SpdxExpression.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GPL-2+",
        "MIT or Apache-2.0",
        "(MIT",
        "MIT)",
        "MIT OR",
        "MIT Apache-2.0",
        "Classpath-exception-2.0",
        "MIT WITH MIT",
        "LicenseRef-mine",
        "see the file LICENSE",
      })
  void otherWordsAreNoExpressions(String text) {
    assertThat(SpdxExpression.is(text)).isFalse();
  }
}
