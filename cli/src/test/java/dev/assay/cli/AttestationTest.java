package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a signature says of an evaluation. */
class AttestationTest extends SigningTestProduct {
  private static List<Error> mistakes(String statement) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("../docs/schema/evaluation-v1.json")));
    return schema.validate(
        statement,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  @Test
  void theAttestationIsOfItsSchema() throws Exception {
    keys();
    evaluate("--sign", "@secret/maker", "--policy", "@demand.yaml");
    String statement = new String(envelope(ATTESTATION).payload(), StandardCharsets.UTF_8);
    assertThat(mistakes(statement)).isEmpty();
    assertThat(statement).contains("\"decision\":\"APPROVED\"", "\"--policy\",\"policy.yaml\"");
    assertThat(mistakes(statement.replace("APPROVED", "FINE"))).isNotEmpty();
    assertThat(mistakes(statement.replace("\"coverage\"", "\"cover\""))).isNotEmpty();
    assertThat(mistakes(statement.replace("\"passed\":", "\"passed\":-"))).isNotEmpty();
    evaluate("--sign", "@secret/maker");
    assertThat(mistakes(new String(envelope(ATTESTATION).payload(), StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(new String(envelope(TEST_RESULT).payload(), StandardCharsets.UTF_8))
        .contains("\"result\":\"FAILED\"", "\"SSH-ROOT-LOGIN\"");
  }

  @Test
  void everyCaseThatRanIsAttestedWithItsDigestAndHowItWasMeasured() throws Exception {
    keys();
    evaluate("--sign", "@secret/maker");
    JsonNode predicate =
        new ObjectMapper().readTree(envelope(ATTESTATION).payload()).get("predicate");
    JsonNode tests = predicate.get("tests");
    assertThat(tests).hasSize(predicate.at("/coverage/cases/run").asInt());
    JsonNode login =
        StreamSupport.stream(tests.spliterator(), false)
            .filter(test -> test.get("id").asText().equals("SSH-ROOT-LOGIN"))
            .findFirst()
            .orElseThrow();
    String digest = login.at("/digest/sha256").asText();
    Ran shown = run("catalogue", "show", "SSH-ROOT-LOGIN");
    assertThat(shown.out()).contains("Digest        SHA-256 " + digest);
    // A case that has changed since the last measurement is not measured.
    assertThat(tests)
        .filteredOn(test -> test.get("measured").isObject())
        .isNotEmpty()
        .allSatisfy(
            test ->
                assertThat(test.at("/measured/samples").asInt())
                    .isEqualTo(
                        test.at("/measured/flawed/products").asInt()
                            + test.at("/measured/sound/products").asInt()
                            + test.at("/measured/clean/verdicts").asInt())
                    .isGreaterThan(1));
  }
}
