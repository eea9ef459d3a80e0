package dev.assay.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.catalogue.forge.ApexForge;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.android.apex.ApexFacts;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Artifact;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module of Android as a product: its name, its version, its key, and the files inside. */
class ApexTest {
  private static final Map<String, Object> SIGNED =
      Map.of("name", "org.example.zones", "version", 7, "signature", Map.of("bits", 4096));

  @TempDir Path product;

  @Test
  void tellsNameVersionAndKeyAndSeesTheFiles() throws IOException, InterruptedException {
    Inspection inspection = inspected(ApexForge.of(image(), SIGNED));
    assertThat(inspection.artifacts())
        .extracting(Artifact::path)
        .anyMatch(path -> path.endsWith("!/etc/hosts"));
    assertThat(inspection.components())
        .filteredOn(each -> each.component().kind().equals("android-apex"))
        .extracting(each -> each.component().purl())
        .singleElement()
        .asString()
        .matches("pkg:generic/x\\.apex\\?checksum=sha256:[0-9a-f]{64}");
    ApexFacts facts = facts(inspection);
    assertThat(facts.name()).isEqualTo("org.example.zones");
    assertThat(facts.version()).isEqualTo(7);
    assertThat(facts.keyBits()).isEqualTo(4096);
    assertThat(facts.key()).hasSize(64);
    assertThat(facts.testKey()).isFalse();
    assertThat(facts.payloadSigned() && facts.payloadSound() && facts.payloadKeyFits()).isTrue();
  }

  @Test
  void seesThatSomebodyElseSignedTheFiles() throws IOException {
    ApexFacts facts = facts(inspected(forged(Map.of("signature", Map.of("bits", 2048)))));
    assertThat(facts.payloadSound()).isTrue();
    assertThat(facts.payloadKeyFits()).isFalse();
  }

  @Test
  void saysWhereTheManifestIsDamaged() throws IOException {
    byte[] apex = forged(SIGNED);
    int at = new String(apex, ISO_8859_1).indexOf("apex_manifest.pb");
    // The length of the name, behind the number of its field.
    apex[at + "apex_manifest.pb".length() + 1] = 127;
    Inspection inspection = inspected(apex);
    List<Problem> problems =
        inspection.artifacts().stream()
            .filter(each -> each.path().equals("product/x.apex"))
            .flatMap(each -> each.problems().stream())
            .toList();
    assertThat(problems).anyMatch(each -> each.message().startsWith("apex_manifest.pb"));
    assertThat(inspection.components())
        .extracting(each -> each.component().kind())
        .contains("opaque")
        .doesNotContain("android-apex");
  }

  private static byte[] forged(Map<String, Object> parameters) {
    return new ApexForge().make(parameters);
  }

  private static ApexFacts facts(Inspection inspection) {
    return inspection.components().stream()
        .filter(each -> each.component().kind().equals("android-apex"))
        .map(each -> (ApexFacts) each.facts())
        .findFirst()
        .orElseThrow();
  }

  private Inspection inspected(byte[] apex) throws IOException {
    Files.write(product.resolve("x.apex"), apex);
    return Inspection.of(
        List.of(new Source.OnHost("product", product)), Limits.DEFAULT, 2, Progress.SILENT);
  }

  private static byte[] image() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("apex");
    String command =
        "mkdir -p tree/etc && echo x > tree/etc/hosts && "
            + "PATH=$PATH:/sbin:/usr/sbin mkfs.ext4 -q -b 4096 -O ^has_journal -d tree x.img 1M";
    int status =
        new ProcessBuilder("sh", "-c", command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assumeTrue(status == 0, "mkfs.ext4 is installed");
    return Files.readAllBytes(directory.resolve("x.img"));
  }
}
