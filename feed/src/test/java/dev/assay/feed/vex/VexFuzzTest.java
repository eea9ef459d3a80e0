package dev.assay.feed.vex;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feed.Headed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes behind the head of each form of VEX document; the first byte says which. */
class VexFuzzTest {
  private static final List<String> HEADS =
      List.of(
          "",
          "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"statements\":[{",
          "{\"bomFormat\":\"CycloneDX\",\"vulnerabilities\":[{",
          "{\"document\":{\"csaf_version\":\"2.0\"},\"vulnerabilities\":[{");

  private static final List<String> WHOLE =
      List.of(
          "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"author\":\"A\",\"statements\":["
              + "{\"vulnerability\":{\"name\":\"CVE-2020-1234\"},\"products\":[{\"@id\":\"pkg:npm/a@1\"}],"
              + "\"status\":\"not_affected\",\"justification\":\"component_not_present\"}]}",
          "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"bom-ref\":\"a\",\"purl\":\"pkg:npm/a@1\"}],"
              + "\"vulnerabilities\":[{\"id\":\"CVE-2020-1234\",\"affects\":[{\"ref\":\"a\"}],"
              + "\"analysis\":{\"state\":\"not_affected\",\"justification\":\"code_not_present\"}}]}",
          "{\"document\":{\"csaf_version\":\"2.0\",\"publisher\":{\"name\":\"A\"}},\"product_tree\":"
              + "{\"full_product_names\":[{\"product_id\":\"P\",\"product_identification_helper\":"
              + "{\"purl\":\"pkg:npm/a@1\"}}]},\"vulnerabilities\":[{\"cve\":\"CVE-2020-1234\","
              + "\"product_status\":{\"known_not_affected\":[\"P\"]}}]}");

  @TempDir Path folder = Path.of("");

  @FuzzTest
  void readsOrRefuses(byte[] bytes) throws IOException {
    Headed.read(HEADS, bytes, VexFuzzTest::read);
  }

  @Test
  void everyDocumentMayEndAnywhereOrHoldAnotherByte() throws IOException {
    Path file = folder.resolve("vex.json");
    for (String document : WHOLE) {
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < bytes.length; at += 3) {
        read(file, Arrays.copyOf(bytes, at));
        byte[] damaged = bytes.clone();
        damaged[at] = (byte) (at % 2 == 0 ? '{' : '1');
        read(file, damaged);
      }
    }
  }

  private static void read(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      VexFile.read(file);
    } catch (IOException refused) {
      // A refusal is an answer; any other exception is not.
    }
  }
}
