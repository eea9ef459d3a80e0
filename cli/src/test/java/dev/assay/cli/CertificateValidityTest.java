package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.CertificateForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time of validity of certificates and the day of the evaluation, from outside. */
class CertificateValidityTest {
  @TempDir Path directory;

  private Path root;

  @BeforeEach
  void aDeviceWithACertificate() throws IOException {
    root = directory.resolve("rootfs");
    Files.createDirectories(root.resolve("bin"));
    Files.write(
        Files.createDirectories(root.resolve("etc/ssl")).resolve("device.pem"),
        new CertificateForge()
            .make(Map.of("withKey", true, "notBefore", "2026-03-01", "notAfter", "2026-09-30")));
  }

  private Path evaluated(String day) {
    Path bundle = directory.resolve("b" + day);
    DatedEvaluation.run(root, bundle, day);
    return bundle;
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, FAIL, PASS",
    "2026-03-01, PASS, PASS",
    "2026-09-30, PASS, PASS",
    "2026-10-01, PASS, FAIL"
  })
  void theFirstAndTheLastDayCount(String day, String begun, String ended) throws IOException {
    assertThat(Files.readAllLines(evaluated(day).resolve("verdicts.jsonl")))
        .anyMatch(verdict -> isOf(verdict, "CERT-NOT-YET-VALID", begun))
        .anyMatch(verdict -> isOf(verdict, "CERT-EXPIRED", ended));
  }

  private static boolean isOf(String verdict, String test, String outcome) {
    return verdict.contains("\"test\":\"" + test + "\"")
        && verdict.contains("\"verdict\":\"" + outcome + "\"")
        && (outcome.equals("PASS")
            || verdict.contains("valid from 2026-03-01 to 2026-09-30")
                && verdict.contains("etc/ssl/device.pem"));
  }

  @Test
  void aReplayJudgesOnTheRecordedDay() {
    Path bundle = evaluated("2026-10-01");
    assertThat(CommandLine.run("verify", bundle.toString(), root.toString()).out())
        .contains("VERIFIED");
  }
}
