package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * False alarms: what fails on well-configured systems is justified, one by one, in a table beside
 * them. A case that fails without a line there is wrong, or the system is.
 */
class CleanSystemsTest {
  private static final Path SYSTEMS = Path.of("../examples/clean");
  private static final Path BUILT = Path.of("target/clean");

  @BeforeAll
  static void build() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tar"))),
        "tar is installed");
    int status =
        new ProcessBuilder(SYSTEMS.resolve("build.sh").toString(), BUILT.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(status).isZero();
  }

  private static Set<String> failures(String system) throws IOException {
    Path bundle = BUILT.resolve(system + ".bundle");
    Ran ran =
        CommandLine.run(
            "evaluate",
            BUILT.resolve(system).resolve("product.yaml").toString(),
            "--out",
            bundle.toString(),
            "--cache",
            "off",
            "--as-of",
            "2026-11-23");
    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
    Set<String> failures = new TreeSet<>();
    for (String line : Files.readAllLines(bundle.resolve("verdicts.jsonl"))) {
      JsonNode verdict = new ObjectMapper().readTree(line);
      if (verdict.get("verdict").asText().equals("FAIL")) {
        failures.add(verdict.get("test").asText());
      }
    }
    return failures;
  }

  @ParameterizedTest
  @ValueSource(strings = {"debian", "alpine"})
  void whatFailsOnAWellConfiguredSystemIsJustified(String system) throws IOException {
    List<String[]> justified =
        Files.readAllLines(SYSTEMS.resolve(system).resolve("justified.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .toList();
    assertThat(justified).allMatch(cells -> cells.length == 2 && cells[1].length() > 20);
    assertThat(failures(system))
        .isEqualTo(
            justified.stream()
                .map(cells -> cells[0])
                .collect(Collectors.toCollection(TreeSet::new)));
  }
}
