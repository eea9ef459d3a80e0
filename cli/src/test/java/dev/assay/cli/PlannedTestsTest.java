package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile demands and no test case decides is in every part of an evaluation. */
class PlannedTestsTest {
  private static final String SCAN = "3GPP-33.117-4.4.2";

  @TempDir Path directory;

  private Path product;

  @BeforeEach
  void product() throws IOException {
    Path etc = Files.createDirectories(directory.resolve("rootfs/etc"));
    Files.writeString(etc.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    product = directory.resolve("product.yaml");
    Files.writeString(
        product,
        "name: cell\nversion: 1\nprofile: base-station\nimages: [ { name: fs, path: rootfs } ]\n");
  }

  private Ran evaluate(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", product.toString(), "--out", directory.resolve("b").toString()));
    arguments.addAll(List.of("--cache", "off", "--as-of", "2026-11-23"));
    arguments.addAll(List.of(more));
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  private String file(String name) throws IOException {
    return Files.readString(directory.resolve("b").resolve(name));
  }

  @Test
  void theProfileOfProductYamlIsTaken() {
    assertThat(evaluate().out()).contains("profile base-station");
    assertThat(evaluate("--profile", "linux-device").out()).contains("profile linux-device");
  }

  @Test
  void anEvaluationIsShownInTheOrderOfAStandard() throws IOException {
    Files.writeString(
        directory.resolve("rootfs/etc/shadow"), "root::19000:0:90:7:::\noper:!:0:0:90:7:::\n");
    assertThat(evaluate().status()).isNotNegative();
    String bundle = directory.resolve("b").toString();
    Ran ran = CommandLine.run("catalogue", "coverage", "--standard", "3gpp:33.117", "--of", bundle);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .containsPattern("(?m)^4\\.2\\.3\\.4\\.2\\.1 .* failed +.*\\bACCOUNT")
        .containsPattern("(?m)^4\\.4\\.2 .* open$")
        .containsPattern("(?m)^3gpp:33\\.117  \\d+ failed, \\d+ open, \\d+ met, \\d+ not covered$");
    String totals = ran.out().strip().replaceFirst("(?s).*3gpp:33\\.117  ", "");
    assertThat(file("report.html")).contains(totals.replaceAll(", 0 [a-z ]+", ""));
    Ran all = CommandLine.run("catalogue", "coverage", "--of", bundle, "--json");
    JsonNode standards = new ObjectMapper().readTree(all.out());
    for (JsonNode standard : standards) {
      int counted = 0;
      for (String standing : List.of("failed", "open", "met", "not covered")) {
        counted += standard.get(standing).asInt();
      }
      assertThat(counted).isEqualTo(standard.get("requirements").size()).isPositive();
    }
    assertThat(standards.findValuesAsText("standard"))
        .contains("nist:800-53r5", "nist:800-187", "etsi:303645", "cra:annex-1", "gsma:fs.16");
  }

  @Test
  void everyReportAndTheBundleShowThem() throws IOException {
    Ran ran = evaluate("--report", "sarif", "--report", "junit");
    assertThat(ran.out()).containsPattern("\\d+ planned tests INCONCLUSIVE");
    assertThat(file("verdicts.jsonl"))
        .contains(
            "{\"test\":\"" + SCAN + "\",\"component\":\"product\",\"verdict\":\"INCONCLUSIVE\"");
    assertThat(file("plan.jsonl"))
        .contains("{\"test\":\"" + SCAN + "\",\"component\":\"product\",\"run\":false");
    assertThat(file("report.html")).contains(SCAN + " Port Scanning");
    assertThat(file("results.sarif")).contains("\"ruleId\":\"" + SCAN + "\"");
    assertThat(file("results.junit.xml")).contains("name=\"" + SCAN + "\"");
    assertThat(CommandLine.run("plan", product.toString(), "--tests").out())
        .contains("skip " + SCAN + "  product  (needs live target)");
  }

  @Test
  void aReplayGivesThemAgain() {
    evaluate();
    Ran verified = CommandLine.run("verify", directory.resolve("b").toString(), product.toString());
    assertThat(verified.out()).as(verified.err()).contains("VERIFIED: ");
    assertThat(verified.status()).isZero();
  }

  @Test
  void aBundleThatSaysOneOfThemPassedIsFound() throws IOException {
    evaluate();
    Path verdicts = directory.resolve("b/verdicts.jsonl");
    Files.writeString(
        verdicts,
        Files.readString(verdicts)
            .replace(
                SCAN + "\",\"component\":\"product\",\"verdict\":\"INCONCLUSIVE",
                SCAN + "\",\"component\":\"product\",\"verdict\":\"PASS"));
    assertThat(CommandLine.run("verify", directory.resolve("b").toString()).out())
        .contains("`PASS` of a test that was not run");
  }

  @Test
  void theyAreNoTestCases() throws IOException {
    evaluate();
    JsonNode summary = new ObjectMapper().readTree(file("evaluation.json"));
    long cases =
        CommandLine.run("catalogue", "list", "--profile", "base-station")
            .out()
            .lines()
            .filter(line -> !line.startsWith("planned "))
            .count();
    assertThat(summary.at("/catalogue/cases").asLong()).isEqualTo(cases);
    assertThat(summary.at("/catalogue/planned").asLong()).isPositive();
  }

  @Test
  void aProductOfWhichNothingElseWasTestedIsRejected() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "nothing to test\n");
    Files.writeString(product, Files.readString(product).replace("rootfs", "notes.txt"));
    Ran ran = evaluate();
    assertThat(ran.out()).contains("REJECTED", "nothing was tested");
  }

  @Test
  void everyClauseIsCoveredByCasesOrPlanned() throws IOException {
    for (String standard : List.of("3gpp:33.117", "3gpp:33.216")) {
      Ran ran =
          CommandLine.run(
              "catalogue",
              "coverage",
              "--standard",
              standard,
              "--profile",
              "base-station",
              "--json");
      Set<String> ids = new HashSet<>();
      for (JsonNode clause : new ObjectMapper().readTree(ran.out()).get(0).get("requirements")) {
        String planned = clause.get("planned").asText();
        assertThat(planned.isEmpty())
            .as(clause.toString())
            .isEqualTo(clause.get("state").asText().equals("covered"));
        assertThat(planned.isEmpty() || ids.add(planned)).isTrue();
      }
    }
  }

  @Test
  void oneOfThemCanBeShown() {
    Ran ran = CommandLine.run("catalogue", "show", SCAN);
    assertThat(ran.out()).contains("planned, no test case", "Port Scanning", "needs live target");
    assertThat(CommandLine.run("catalogue", "list", "--profile", "base-station").out())
        .contains(SCAN);
  }

  @Test
  void whatIncludesAProfileHasItsCasesOnce() {
    List<String> device = CommandLine.run("catalogue", "list").out().lines().toList();
    List<String> station =
        CommandLine.run("catalogue", "list", "--profile", "base-station").out().lines().toList();
    assertThat(station).containsAll(device).doesNotHaveDuplicates();
  }
}
