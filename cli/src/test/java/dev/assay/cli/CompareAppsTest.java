package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of two releases of an app, of its code, its manifest and its texts. */
class CompareAppsTest {
  private static final String DES = "static javax.crypto.Cipher.getInstance(DES)";
  private static final String AES = "static javax.crypto.Cipher.getInstance(AES/GCM/NoPadding)";

  @TempDir Path dir;

  @Test
  void aCallOfAnotherAlgorithmIsAChangedMethodAndString() throws IOException {
    assertThat(compared(code(DES), code(AES)))
        .contains("changed    new.apk!/classes.dex")
        .containsPattern("method L\\S+: flags 0x\\d+, \\d+ units of code, CRC-32 \\p{XDigit}{8} ->")
        .containsPattern("method L\\S+, unit \\d+: DES -> AES/GCM/NoPadding")
        .contains("string: DES -> -", "string: - -> AES/GCM/NoPadding");
  }

  /** Another string before it moves the numbers of all later ones, in code as well. */
  @Test
  void codeThatNamesTheSameByOtherNumbersIsTheSame() throws IOException {
    String said =
        compared(
            Map.of("code", Map.of("calls", List.of(AES), "strings", List.of("z"))),
            Map.of("code", Map.of("calls", List.of(AES), "strings", List.of("A"))));
    assertThat(said).contains("string: z -> -", "string: - -> A");
    assertThat(said).containsPattern("header checksum: [0-9a-f]{8} -> [0-9a-f]{8}");
    assertThat(said).containsPattern("header signature: [0-9a-f]{40} -> [0-9a-f]{40}");
    assertThat(said.lines().filter(line -> line.contains(" -> flags "))).hasSizeLessThan(2);
  }

  @Test
  void anAttributeOfTheManifestIsNamed() throws IOException {
    assertThat(
            compared(
                Map.of("application", Map.of("debuggable", false)),
                Map.of("application", Map.of("debuggable", true))))
        .contains("new.apk!/AndroidManifest.xml", "element /manifest/application/@debuggable: ");
  }

  @Test
  void aTextOfTheResourcesIsNamed() throws IOException {
    assertThat(
            compared(
                Map.of("texts", Map.of("de", Map.of("greeting", "Hello"))),
                Map.of("texts", Map.of("de", Map.of("greeting", "Good day")))))
        .contains("new.apk!/resources.arsc", "resource 0x7f010000 string", "Hello -> Good day");
  }

  private static Map<String, Object> code(String call) {
    return Map.of("code", Map.of("calls", List.of(call)));
  }

  private String compared(Map<String, Object> before, Map<String, Object> after)
      throws IOException {
    Path left = Files.write(dir.resolve("old.apk"), new AndroidForge().make(before));
    Path right = Files.write(dir.resolve("new.apk"), new AndroidForge().make(after));
    Ran ran = CommandLine.run("compare", left.toString(), right.toString());
    assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(1);
    return ran.out();
  }
}
