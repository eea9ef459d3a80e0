package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The base station of the tutorial, built from Debian's packages: what was planted is found, and
 * the mended release has nothing that is not explained.
 */
class BaseStationExampleTest {
  private static final Path EXAMPLE = Path.of("../examples/base-station");
  private static final Path BUILT = Path.of("target/base-station");

  /** One line of planted.tsv. */
  private record Planted(String file, String what, List<String> tests) {}

  @BeforeAll
  static void build() throws Exception {
    for (String tool : List.of("apt-get", "dpkg-deb", "tar")) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(":"))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
          tool + " is installed");
    }
    assumeTrue(run("fetch.sh") == 0, "Debian's packages can be fetched");
    assertThat(run("build.sh")).isZero();
  }

  private static int run(String script) throws Exception {
    return new ProcessBuilder(EXAMPLE.resolve(script).toString(), BUILT.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Ran evaluate(String release, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", BUILT.resolve(release).resolve("product.yaml").toString()));
    arguments.addAll(List.of("--out", BUILT.resolve(release + ".bundle").toString()));
    arguments.addAll(List.of("--cache", "off", "--as-of", "2026-11-23"));
    arguments.addAll(List.of(more));
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  private static List<JsonNode> failures(String release) throws IOException {
    List<JsonNode> failures = new ArrayList<>();
    Path verdicts = BUILT.resolve(release + ".bundle/verdicts.jsonl");
    for (String line : Files.readAllLines(verdicts)) {
      JsonNode verdict = new ObjectMapper().readTree(line);
      if (verdict.get("verdict").asText().equals("FAIL")) {
        failures.add(verdict);
      }
    }
    return failures;
  }

  private static Stream<String[]> table(String name) throws IOException {
    return Files.readAllLines(EXAMPLE.resolve(name)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"));
  }

  private static List<Planted> planted() throws IOException {
    return table("planted.tsv")
        .map(cells -> new Planted(cells[0], cells[1], List.of(cells[2].split(" "))))
        .toList();
  }

  private static boolean isAbout(JsonNode verdict, String file) {
    boolean seen = verdict.get("component").asText().endsWith("!/" + file);
    for (JsonNode evidence : verdict.get("evidence")) {
      seen |= evidence.get("artifact").asText().endsWith("!/" + file);
    }
    return seen;
  }

  @Test
  void everyPlantedWeaknessIsFoundWhereItWasPlanted() throws IOException {
    Ran ran = evaluate("release-1");
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("profile base-station", "REJECTED");
    List<JsonNode> failures = failures("release-1");
    assertThat(planted().stream().mapToInt(each -> each.tests().size()).sum())
        .isGreaterThanOrEqualTo(60);
    for (Planted each : planted()) {
      for (String test : each.tests()) {
        assertThat(failures)
            .as(test + ": " + each.what())
            .anyMatch(
                verdict ->
                    verdict.get("test").asText().equals(test) && isAbout(verdict, each.file()));
      }
    }
  }

  @Test
  void theMendedReleaseHasNothingUnexplainedAndMayLaunch() throws IOException {
    Ran ran = evaluate("release-2", "--waivers", EXAMPLE.resolve("waivers.yaml").toString());
    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains("APPROVED").containsPattern("planned tests? INCONCLUSIVE");
    Set<String> explained =
        table("explained.tsv").map(cells -> cells[0]).collect(Collectors.toSet());
    assertThat(failures("release-2"))
        .allMatch(verdict -> explained.contains(verdict.get("test").asText()));
  }
}
