package dev.assay.inspect.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Any bytes as they are, and behind the head of each form of bill of materials; the first byte says
 * which.
 */
class SbomFuzzTest {
  private static final List<String> HEADS =
      List.of(
          "{\"bomFormat\":\"CycloneDX\",\"components\":[{",
          "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":[{",
          "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component type=\"library\">");

  private static final List<String> WHOLE =
      List.of(
          "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"library\",\"name\":\"a\",\"version\":\"1\","
              + "\"purl\":\"pkg:npm/a@1\",\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"00\"}]}]}",
          "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":[{\"name\":\"a\",\"versionInfo\":\"1\","
              + "\"externalRefs\":[{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:npm/a@1\"}]}]}",
          "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component type=\"library\">"
              + "<name>a</name><version>1</version><purl>pkg:npm/a@1</purl></component></components></bom>");

  @FuzzTest
  void answersWithWhatItLists(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    new SbomReader().inspect(Bytes.of(bytes));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        HEADS.get(Math.floorMod(bytes[0], HEADS.size())).getBytes(StandardCharsets.UTF_8));
    out.write(bytes, 1, bytes.length - 1);
    new SbomReader().inspect(Bytes.of(out.toByteArray()));
  }

  /** A document that was cut off is refused with a reason, never taken for a shorter list. */
  @Test
  void aCutDocumentIsRefused() {
    for (String document : WHOLE) {
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      assertThat(new SbomReader().inspect(Bytes.of(bytes)))
          .hasValueSatisfying(read -> assertThat(read.sbom()).hasSize(1));
      for (int end = 60; end < bytes.length; end++) {
        assertThat(new SbomReader().inspect(Bytes.of(Arrays.copyOf(bytes, end))))
            .as("cut at %d: %s", end, document)
            .hasValueSatisfying(read -> assertThat(read.sbom()).isEmpty());
      }
    }
  }
}
