package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends of life cycles, the day and the declared support period, from outside. */
class LifeCycleTest {
  @TempDir Path directory;

  private Path product;

  @BeforeEach
  void aProductOnDebian11() throws IOException {
    Path etc = Files.createDirectories(directory.resolve("rootfs/etc"));
    Files.createDirectories(directory.resolve("rootfs/bin"));
    Files.writeString(etc.resolve("os-release"), "NAME=Debian\nID=debian\nVERSION_ID=\"11\"\n");
    product = directory.resolve("product.yaml");
    describe("");
  }

  private void describe(String more) throws IOException {
    Files.writeString(product, "name: box\nimages: [ { name: fs, path: rootfs } ]\n" + more);
  }

  private List<String> verdicts(String day, String test) throws IOException {
    Path bundle = directory.resolve("b" + day);
    DatedEvaluation.run(product, bundle, day);
    return Files.readAllLines(bundle.resolve("verdicts.jsonl")).stream()
        .filter(line -> line.contains("\"test\":\"" + test + "\""))
        .toList();
  }

  @Test
  void theLastDayIsSupportedAndTheNextIsNot() throws IOException {
    assertThat(verdicts("2026-08-31", "LIFE-CYCLE-OVER-SYSTEM"))
        .singleElement()
        .asString()
        .contains("\"verdict\":\"PASS\"");
    assertThat(verdicts("2026-09-01", "LIFE-CYCLE-OVER-SYSTEM"))
        .singleElement()
        .asString()
        .contains("\"verdict\":\"FAIL\"", "debian 11 is mended until 2026-08-31", "etc/os-release");
  }

  @Test
  void aProductThatDeclaresNoSupportPeriodIsNotComparedWithOne() throws IOException {
    assertThat(verdicts("2026-01-01", "LIFE-CYCLE-SHORT-SYSTEM"))
        .singleElement()
        .asString()
        .contains("\"verdict\":\"INCONCLUSIVE\"", "support-until");
  }

  @Test
  void aSystemThatEndsBeforeTheProductsSupportFails() throws IOException {
    describe("support-until: 2026-09-01\n");
    assertThat(verdicts("2026-01-01", "LIFE-CYCLE-SHORT-SYSTEM"))
        .singleElement()
        .asString()
        .contains("\"verdict\":\"FAIL\"", "the product until 2026-09-01");
    describe("support-until: 2026-08-31\n");
    assertThat(verdicts("2026-01-02", "LIFE-CYCLE-SHORT-SYSTEM"))
        .singleElement()
        .asString()
        .contains("\"verdict\":\"PASS\"");
  }

  @Test
  void aSupportPeriodThatIsNoDayIsRefused() throws IOException {
    describe("support-until: forever\n");
    Ran ran = CommandLine.run("evaluate", product.toString(), "--out", "b");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("`support-until` is a day such as 2031-12-31, not `forever`");
  }

  @Test
  void theBundleIsReplayedFromTheSameDescription() throws IOException {
    describe("support-until: 2026-09-01\n");
    verdicts("2026-01-01", "LIFE-CYCLE-SHORT-SYSTEM");
    String bundle = directory.resolve("b2026-01-01").toString();
    assertThat(CommandLine.run("verify", bundle, product.toString()).out()).contains("VERIFIED");
    describe("support-until: 2026-09-02\n");
    assertThat(CommandLine.run("verify", bundle, product.toString()).status()).isEqualTo(1);
  }
}
