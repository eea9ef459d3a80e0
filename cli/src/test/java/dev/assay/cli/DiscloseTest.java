package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of a bundle shown to outsiders, and what stays hidden. */
class DiscloseTest {
  private static final String SSH = "file == 'verdicts.jsonl' && test == 'SSH-ROOT-LOGIN'";

  @TempDir Path directory;

  @BeforeEach
  void signed() throws IOException {
    Path config = directory.resolve("product/etc/ssh/sshd_config");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "PermitRootLogin yes\n");
    Files.writeString(directory.resolve("product/etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    Files.createDirectories(directory.resolve("keys"));
    run("keygen", "--out", "@maker");
    Files.copy(directory.resolve("maker.pub"), directory.resolve("keys/maker.pub"));
    Ran ran = evaluate();
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
  }

  private Ran run(String... words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(word.startsWith("@") ? directory.resolve(word.substring(1)).toString() : word);
    }
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  private Ran evaluate() {
    return run(
        "evaluate",
        "@product",
        "--out",
        "@b",
        "--profile",
        "base-station",
        "--as-of",
        "2026-11-23",
        "--cache",
        "off",
        "--sign",
        "@maker");
  }

  private Ran disclose(String select, String out) {
    return run("disclose", "@b", "--select", select, "--out", out);
  }

  private Ran verify(String file) {
    return run("verify", file, "--keys", "@keys");
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve("b").resolve(file));
  }

  @Test
  void provesTheChosenLinesAndShowsNothingElseButCounts() throws IOException {
    Ran ran = disclose(SSH, "@ssh.json");
    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).startsWith("disclosed 1 line in ");
    Ran verified = verify("@ssh.json");
    assertThat(verified.status()).as(verified.out()).isZero();
    int verdicts = lines("verdicts.jsonl").size();
    assertThat(verified.out())
        .contains("verdicts.jsonl: 1 disclosed, " + (verdicts - 1) + " withheld")
        .contains("facts.jsonl: 0 disclosed")
        .contains("signed by maker with maker.pub");

    String file = Files.readString(directory.resolve("ssh.json"));
    assertThat(file).contains("SSH-ROOT-LOGIN");
    assertThat(file).doesNotContain("passwd", "SSH-PASSWORD", "root:x");
    for (String name : List.of("artifacts.jsonl", "facts.jsonl", "plan.jsonl")) {
      for (String line : lines(name)) {
        assertThat(file).doesNotContain(line.replace("\"", "\\\""));
      }
    }
  }

  @Test
  void aLaterDemandForAWithheldLineCanBeAnswered() throws IOException {
    assertThat(disclose("file == 'facts.jsonl' && number == 1", "@one.json").status()).isZero();
    assertThat(verify("@one.json").status()).isZero();
    assertThat(Files.readString(directory.resolve("one.json")))
        .contains(lines("facts.jsonl").getFirst().replace("\\", "\\\\").replace("\"", "\\\""));
    assertThat(
            disclose("file == 'evaluation.json' || id.startsWith('ssh-server:')", "@two.json")
                .status())
        .isZero();
    assertThat(verify("@two.json").out())
        .contains("evaluation.json: 1 disclosed, 0 withheld", "components.jsonl: 1 disclosed");
    assertThat(disclose("true", "@all.json").status()).isZero();
    assertThat(verify("@all.json").out()).contains("verdicts.jsonl", ", 0 withheld");
  }

  @Test
  void noByteCanBeChanged() throws IOException {
    disclose(SSH, "@ssh.json");
    Path file = directory.resolve("ssh.json");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += at < 60 ? 5 : 23) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThat(verify("@ssh.json").status()).as("byte " + at).isIn(1, 2);
    }
  }

  @Test
  void aLineThatWasChangedMovedOrTakenFromElsewhereIsNamed() throws IOException {
    disclose(SSH, "@ssh.json");
    String file = Files.readString(directory.resolve("ssh.json"));
    Files.writeString(directory.resolve("x.json"), file.replace("\\\"FAIL\\\"", "\\\"PASS\\\""));
    Ran changed = verify("@x.json");
    assertThat(changed.status()).isEqualTo(1);
    assertThat(changed.out())
        .contains("x.json: line 1, leaf ", "does not belong to the evaluation that was signed");
    Files.writeString(
        directory.resolve("x.json"), file.replace("\"file\":\"verdicts", "\"file\":\"plan"));
    assertThat(verify("@x.json").out()).contains("is not among the lines of that file");
    Files.writeString(directory.resolve("x.json"), file.substring(0, file.length() / 2));
    Ran cut = verify("@x.json");
    assertThat(cut.out()).contains("x.json is not JSON");
    assertThat(cut.status()).isEqualTo(1);
  }

  @Test
  void nothingIsDisclosedThatCouldNotBeProvenOrWouldGiveTheRestAway() throws IOException {
    Ran guessable = disclose("file != 'verdicts.jsonl'", "@x.json");
    assertThat(guessable.status()).isEqualTo(1);
    assertThat(guessable.out()).contains("could be guessed", "NOT DISCLOSED");
    assertThat(disclose("test == 'NO-SUCH'", "@x.json").out()).contains("takes no line");
    Files.delete(directory.resolve("b/attestation.dsse.json"));
    assertThat(disclose(SSH, "@x.json").out()).contains("the bundle is not signed");
    Files.writeString(directory.resolve("b/plan.jsonl"), "{}\n");
    assertThat(disclose(SSH, "@x.json").status()).isEqualTo(1);
    assertThat(directory.resolve("x.json")).doesNotExist();
  }

  @Test
  void wrongUsageIsSaidInOneLine() throws IOException {
    Files.writeString(directory.resolve("taken.json"), "mine");
    Files.writeString(directory.resolve("odd.json"), "{\"a\":1}");
    disclose(SSH, "@ssh.json");
    for (Ran ran :
        List.of(
            disclose("test = 'x'", "@y.json"),
            disclose("colour == 'x'", "@y.json"),
            disclose("test", "@y.json"),
            disclose(SSH, "@taken.json"),
            run("disclose", "@nothing", "--select", "true"),
            verify("@odd.json"),
            verify("@taken.json"),
            run("verify", "@ssh.json", "@product"))) {
      assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(2);
      assertThat(ran.err().lines()).singleElement().asString().startsWith("assay: ");
    }
    assertThat(Files.readString(directory.resolve("taken.json"), StandardCharsets.UTF_8))
        .isEqualTo("mine");
  }

  /** What is signed does not depend on when or how often: a replay gives the same salts. */
  @Test
  void theSameEvaluationHasTheSameDisclosureRoot() throws IOException {
    disclose(SSH, "@first.json");
    evaluate();
    disclose(SSH, "@second.json");
    String proofs = "\"lines\":";
    String first = Files.readString(directory.resolve("first.json"));
    String second = Files.readString(directory.resolve("second.json"));
    assertThat(second.substring(second.indexOf(proofs)))
        .isEqualTo(first.substring(first.indexOf(proofs)));
  }
}
