package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay catalogue mutate}, from outside. */
class MutateTest {
  @TempDir Path directory;

  private JsonNode mutated(String expect, String fails, String passes) throws IOException {
    Path cases = Files.createDirectories(directory.resolve("cases"));
    Files.writeString(
        cases.resolve("a.yaml"),
        """
        - id: A
          title: A title
          component: ssh-server
          expect: '%s'
          severity: low
          weakness: CWE-20
          because: A reason.
          mitigate: A way.
          requirements: [nist:800-53r5:AC-6]
          controls:
            fails: { etc/ssh/sshd_config: "%s" }
            passes: { etc/ssh/sshd_config: "%s" }
        """
            .formatted(expect, fails, passes));
    Ran ran = CommandLine.run("catalogue", "mutate", "--catalogue", directory.toString(), "--json");
    assertThat(ran.status()).as(ran.err()).isZero();
    return new ObjectMapper().readTree(ran.out());
  }

  @Test
  void controlsAtTheBoundaryNoticeEveryMutant() throws IOException {
    JsonNode run = mutated("maxAuthTries <= 4", "MaxAuthTries 5\\n", "MaxAuthTries 4\\n");
    assertThat(run.get("score").asDouble()).isEqualTo(1);
  }

  @Test
  void controlsFarFromTheBoundaryLetOneSurvive() throws IOException {
    JsonNode run = mutated("maxAuthTries <= 4", "MaxAuthTries 6\\n", "MaxAuthTries 2\\n");
    JsonNode survivors = run.get("cases").get(0).get("survivors");
    assertThat(survivors).hasSize(1);
    assertThat(survivors.get(0).get("change").asText()).isEqualTo("narrowed");
    assertThat(survivors.get(0).get("after").asText()).isEqualTo("(maxAuthTries < 4)");
    assertThat(run.get("score").asDouble()).isEqualTo(0.5);
  }

  /** Of Assay's own families one with tables, near misses and several controls a case. */
  @Test
  void theControlsOfPacketFiltersNoticeEveryMutant() throws IOException {
    Ran ran = CommandLine.run("catalogue", "mutate", "--only", "packet-filter", "--json");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode run = new ObjectMapper().readTree(ran.out());
    assertThat(run.get("cases").findValuesAsText("after")).isEmpty();
    assertThat(run.get("cases")).hasSizeGreaterThan(40);
  }
}
