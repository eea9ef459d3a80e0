package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over a product that was evaluated before. */
class EarlierRunsTest {
  private static final String REPEATED = "nothing has changed since an earlier run";

  @TempDir Path directory;
  private Path config;

  @BeforeEach
  void product() throws Exception {
    config = directory.resolve("product/etc/ssh/sshd_config");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "PermitRootLogin yes\n");
    Files.writeString(
        directory.resolve("policy.yaml"), "policy: ours\nreject: []\ncondition: []\n");
    settle();
  }

  /** Files changed in the last two seconds are never relied on: time stamps may be that coarse. */
  private static void settle() throws InterruptedException {
    Thread.sleep(2_100);
  }

  private Ran evaluate(String... more) {
    return evaluate(directory.resolve("cache").toString(), List.of(more));
  }

  private Ran evaluate(String cache, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                directory.resolve("product").toString(),
                "--out",
                directory.resolve("bundle").toString(),
                "--cache",
                cache,
                "--as-of",
                "2026-11-23"));
    arguments.addAll(more);
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  private TreeMap<String, String> bundle() throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(directory.resolve("bundle"))) {
      for (Path file : listed.filter(file -> !file.endsWith("run.json")).toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void givesTheSameBytesOfAnUnchangedProductAndSaysSo() throws IOException {
    Ran first = evaluate();
    TreeMap<String, String> evaluated = bundle();
    Ran second = evaluate();
    assertThat(first.err()).doesNotContain(REPEATED);
    assertThat(second.err()).contains(REPEATED);
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.status()).isEqualTo(first.status()).isEqualTo(1);
    assertThat(bundle()).isEqualTo(evaluated);
    assertThat(directory.resolve("bundle/run.json")).exists();
  }

  /** Two runs, the second of which repeats the first: what must not repeat after them could. */
  private Ran evaluateTwice() {
    Ran first = evaluate();
    assertThat(first.err()).doesNotContain(REPEATED);
    assertThat(evaluate().err()).contains(REPEATED);
    return first;
  }

  @Test
  void evaluatesAChangedProductAgainEvenIfItsSizeAndTimeAreTheOldOnes() throws Exception {
    FileTime before = Files.getLastModifiedTime(config);
    evaluateTwice();
    Files.writeString(config, "PermitRootLogin no \n");
    Files.setLastModifiedTime(config, before);
    settle();
    assertThat(evaluate().err()).doesNotContain(REPEATED);
    assertThat(bundle().get("verdicts.jsonl").lines())
        .filteredOn(line -> line.contains("\"SSH-ROOT-LOGIN\""))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("\"PASS\""));
  }

  @Test
  void evaluatesAgainUnderAnotherPolicyAndWithoutACache() {
    evaluateTwice();
    String policy = directory.resolve("policy.yaml").toString();
    Ran lenient = evaluate("--policy", policy);
    assertThat(lenient.err()).doesNotContain(REPEATED);
    assertThat(lenient.status()).isZero();
    assertThat(evaluate("off", List.of()).err()).doesNotContain(REPEATED);
  }

  @Test
  void evaluatesAgainWhereWhatWasKeptIsDamaged() throws IOException {
    Ran first = evaluateTwice();
    TreeMap<String, String> evaluated = bundle();
    List<Path> kept;
    try (Stream<Path> all = Files.walk(directory.resolve("cache/runs"))) {
      kept = all.filter(file -> file.endsWith("verdicts.jsonl")).toList();
    }
    assertThat(kept).hasSize(1);
    Files.writeString(
        kept.getFirst(), Files.readString(kept.getFirst()).replace("\"FAIL\"", "\"PASS\""));
    Ran second = evaluate();
    assertThat(second.err()).doesNotContain(REPEATED);
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(bundle()).isEqualTo(evaluated);
  }

  @Test
  void reliesOnNoFileThatChangedAMomentAgo() throws IOException {
    Files.writeString(config, "PermitRootLogin yes\n");
    evaluate();
    assertThat(evaluate().err()).doesNotContain(REPEATED);
  }
}
