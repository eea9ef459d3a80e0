package dev.assay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Checksums;
import dev.assay.verify.bundle.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle against itself. */
class VerifierTest {
  @TempDir Path directory;

  static Checked check(Path bundle) throws Unreadable {
    return Verifier.check(
        bundle,
        new Verifier.Terms(Optional.empty(), new TreeSet<>(), LocalDate.parse("2026-11-23")));
  }

  private Path sample() throws IOException {
    return SampleBundle.of(12, 9).write(directory.resolve("b"));
  }

  @Test
  void acceptsAWholeBundle() throws Exception {
    Checked checked = check(sample());
    assertThat(checked.damage()).isEmpty();
    assertThat(checked.isAccepted()).isTrue();
    assertThat(checked.lines()).singleElement().asString().startsWith("root ").contains(" covers");
  }

  @Test
  void countsWhatWasCovered() throws Exception {
    var tally = check(sample()).census().orElseThrow().tally();
    assertThat(tally.artifacts().all()).isEqualTo(12);
    assertThat(tally.artifacts().covered()).isEqualTo(9);
    assertThat(tally.planned().all()).isEqualTo(108);
    assertThat(tally.notRun()).containsOnlyKeys("does not apply");
    assertThat(tally.planned().covered() + tally.notRun().get("does not apply")).isEqualTo(108);
    assertThat(tally.passed() + tally.failures() + tally.inconclusive())
        .isEqualTo(tally.planned().covered());
    assertThat(tally.tests()).hasSize(9);
  }

  /** The first and the last byte of every file, each line's ends, and every kind of character. */
  static List<Integer> positions(byte[] bytes) {
    TreeSet<Integer> positions = new TreeSet<>(List.of(0, bytes.length - 1));
    boolean[] seen = new boolean[256];
    for (int i = 0; i < bytes.length; i++) {
      boolean end = bytes[i] == '\n' || i > 0 && bytes[i - 1] == '\n';
      if (!seen[bytes[i] & 255] || end && positions.size() < 50) {
        seen[bytes[i] & 255] = true;
        positions.add(i);
      }
    }
    return List.copyOf(positions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluation.json",
        "artifacts.jsonl",
        "components.jsonl",
        "facts.jsonl",
        "risks.jsonl",
        "plan.jsonl",
        "verdicts.jsonl",
        "report.html"
      })
  void namesTheFileInWhichAByteWasChanged(String name) throws Exception {
    Path bundle = sample();
    Path file = bundle.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int at : positions(whole)) {
      for (int mask : new int[] {1, 0x20, 0x80}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) mask;
        Files.write(file, changed);
        assertThat(check(bundle).damage())
            .as(name + " byte " + at + " xor " + mask)
            .anyMatch(line -> line.startsWith(name));
      }
    }
    Files.write(file, whole);
    assertThat(check(bundle).damage()).isEmpty();
  }

  @Test
  void theRootFindsAChangeThatTheChecksumsWereMadeToFit() throws Exception {
    Path bundle = sample();
    for (String name : BundleFiles.LINES) {
      byte[] whole = Files.readAllBytes(bundle.resolve(name));
      Files.writeString(
          bundle.resolve(name), new String(whole, StandardCharsets.UTF_8).replace("fw/", "FW/"));
      Files.write(bundle.resolve(BundleFiles.SUMS), Checksums.of(bundle));
      assertThat(check(bundle).damage()).as(name).anyMatch(line -> line.contains("claims root"));
      Files.write(bundle.resolve(name), whole);
    }
  }

  private List<String> damageOf(SampleBundle sample) throws Exception {
    return check(sample.write(directory.resolve("changed"))).damage();
  }

  @Test
  void aVerdictForEveryPlannedTestAndAPlanForEveryVerdict() throws Exception {
    SampleBundle lacking = SampleBundle.of(3, 2);
    lacking.lines(BundleFiles.VERDICTS).remove(1);
    assertThat(damageOf(lacking))
        .singleElement()
        .isEqualTo("plan.jsonl line 2: planned, but there is no verdict");

    SampleBundle unplanned = SampleBundle.of(3, 2);
    unplanned.lines(BundleFiles.PLAN).remove(2);
    assertThat(damageOf(unplanned))
        .singleElement()
        .isEqualTo("verdicts.jsonl line 3: a verdict that was not planned, or a second one");

    SampleBundle last = SampleBundle.of(3, 2);
    last.lines(BundleFiles.PLAN).removeLast();
    assertThat(damageOf(last)).singleElement().asString().startsWith("verdicts.jsonl line 6:");

    SampleBundle twice = SampleBundle.of(3, 2);
    twice.lines(BundleFiles.VERDICTS).add(1, twice.lines(BundleFiles.VERDICTS).getFirst());
    assertThat(damageOf(twice)).anyMatch(line -> line.startsWith("verdicts.jsonl line 2: "));

    SampleBundle notRun = SampleBundle.of(3, 2);
    notRun.lines(BundleFiles.PLAN).replaceAll(line -> line.replace("true", "false"));
    assertThat(damageOf(notRun)).hasSize(6).allMatch(line -> line.contains("was not planned"));
  }

  /** What a profile demands and no test case decides is planned for the product as a whole. */
  @Test
  void whatNoCaseDecidesHasAnInconclusiveVerdict() throws Exception {
    String about = "{\"test\":\"Z\",\"component\":\"product\",";
    SampleBundle open = SampleBundle.of(3, 2);
    open.lines(BundleFiles.PLAN).add(about + "\"run\":false,\"why\":\"by hand\"}");
    open.lines(BundleFiles.VERDICTS)
        .add(about + "\"verdict\":\"INCONCLUSIVE\",\"severity\":\"high\"}");
    Path bundle = open.planned(6).write(directory.resolve("open"));
    Checked checked = check(bundle);
    assertThat(checked.damage()).isEmpty();
    var tally = checked.census().orElseThrow().tally();
    assertThat(tally.cases()).hasSize(2);
    assertThat(tally.planned().all() - tally.planned().covered()).isEqualTo(1);

    open.lines(BundleFiles.VERDICTS).removeLast();
    assertThat(damageOf(open))
        .containsExactly("plan.jsonl line 7: planned, but there is no verdict");
  }

  @Test
  void everyCaseThatRanIsDescribedAndNoOther() throws Exception {
    List<String> both = List.of("CASE-000000", "CASE-000001");
    assertThat(damageOf(SampleBundle.of(3, 2).describing(both))).isEmpty();
    assertThat(damageOf(SampleBundle.of(3, 2).describing(both.subList(0, 1))))
        .containsExactly("evaluation.json: test `CASE-000001` ran and is not described");
    assertThat(damageOf(SampleBundle.of(3, 1).describing(both)))
        .containsExactly("evaluation.json: test `CASE-000001` is described and did not run");
    assertThat(damageOf(SampleBundle.of(3, 2).describing(both.reversed())))
        .containsExactly("evaluation.json: tests are out of order or repeated");
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    for (String file : List.of(BundleFiles.FACTS, BundleFiles.RISKS)) {
      SampleBundle sample = SampleBundle.of(3, 2);
      sample.lines(file).remove(1);
      sample.lines(file).add("{\"component\":\"x\"}");
      assertThat(damageOf(sample))
          .containsExactly(
              file + ": nothing on component `daemon:fw/bin/000001`",
              file + ": `x` is not a component of the product");
    }
    SampleBundle plan = SampleBundle.of(3, 1);
    plan.lines(BundleFiles.PLAN)
        .add("{\"test\":\"Z\",\"component\":\"x\",\"run\":false,\"why\":\"\"}");
    assertThat(damageOf(plan))
        .singleElement()
        .isEqualTo("plan.jsonl line 4: plans `x`, which is no component");
  }

  @Test
  void linesAreInOrderAndOnce() throws Exception {
    for (String file : BundleFiles.LINES) {
      SampleBundle sample = SampleBundle.of(3, 2);
      Collections.swap(sample.lines(file), 0, 1);
      assertThat(damageOf(sample))
          .anyMatch(
              line ->
                  line.startsWith(file + " line 2: ")
                      && line.endsWith("is out of order or repeated"));
    }
  }

  @Test
  void countsThatAreNotSoAreNamed() throws Exception {
    SampleBundle sample = SampleBundle.of(3, 2);
    Path bundle = sample.write(directory.resolve("counts"));
    List<String> damage = new ArrayList<>();
    String summary = Files.readString(bundle.resolve(BundleFiles.SUMMARY));
    Files.writeString(
        bundle.resolve(BundleFiles.SUMMARY), summary.replace("\"fail\":2", "\"fail\":0"));
    damage.addAll(check(bundle).damage());
    assertThat(damage).contains("evaluation.json: counts.fail is 0, the lines give 2");
  }

  @Test
  void filesThatAreCutMissingOrLinesOfAnotherAreFound() throws Exception {
    for (String file : BundleFiles.LINES) {
      Path bundle = sample();
      byte[] whole = Files.readAllBytes(bundle.resolve(file));
      Files.write(bundle.resolve(file), Arrays.copyOf(whole, whole.length - 2));
      assertThat(check(bundle).damage()).anyMatch(line -> line.contains("is cut short"));
      Files.delete(bundle.resolve(file));
      assertThat(check(bundle).damage()).containsOnlyOnce(file + " is missing");
      Files.createDirectory(bundle.resolve(file));
      assertThat(check(bundle).damage()).contains(file + " is a directory");
      Files.delete(bundle.resolve(file));
    }
  }

  @Test
  void swappedFilesAreNamedAsSuch() throws Exception {
    Path bundle = sample();
    Files.write(bundle.resolve(BundleFiles.SUMS), Checksums.of(bundle));
    byte[] facts = Files.readAllBytes(bundle.resolve(BundleFiles.FACTS));
    Files.copy(
        bundle.resolve(BundleFiles.RISKS),
        bundle.resolve(BundleFiles.FACTS),
        StandardCopyOption.REPLACE_EXISTING);
    Files.write(bundle.resolve(BundleFiles.RISKS), facts);
    assertThat(check(bundle).damage())
        .contains(
            "facts.jsonl was swapped: it holds what was written as risks.jsonl",
            "risks.jsonl was swapped: it holds what was written as facts.jsonl");
  }

  @Test
  void whatIsWrongWithLineAfterLineIsSaidOnce() throws Exception {
    Path bundle = SampleBundle.of(30, 20).write(directory.resolve("many"));
    Files.write(bundle.resolve(BundleFiles.SUMS), Checksums.of(bundle));
    byte[] facts = Files.readAllBytes(bundle.resolve(BundleFiles.FACTS));
    Files.copy(
        bundle.resolve(BundleFiles.VERDICTS),
        bundle.resolve(BundleFiles.FACTS),
        StandardCopyOption.REPLACE_EXISTING);
    Files.write(bundle.resolve(BundleFiles.VERDICTS), facts);
    List<String> damage = check(bundle).damage();
    List<String> swaps = damage.stream().filter(line -> line.contains("swapped")).toList();
    assertThat(swaps).hasSize(2);
    assertThat(damage.subList(0, 3)).containsAll(swaps);
    assertThat(damage)
        .filteredOn(line -> line.contains("no verdict `"))
        .containsExactly("verdicts.jsonl line 1: no verdict ``, and so on 29 more lines");
  }

  @Test
  void aFileThatWasPutBesideIsNamedAndNoDamage() throws Exception {
    Path bundle = sample();
    Files.write(bundle.resolve(BundleFiles.SUMS), Checksums.of(bundle));
    assertThat(check(bundle).found()).noneMatch(line -> line.startsWith("no part of the bundle"));
    Files.writeString(bundle.resolve("results.sarif"), "{}");
    Checked checked = check(bundle);
    assertThat(checked.damage()).isEmpty();
    assertThat(checked.found()).contains("no part of the bundle, not checked: results.sarif");
  }

  @Test
  void whatIsNoBundleIsUnreadable() {
    assertThatThrownBy(() -> check(directory.resolve("nothing")))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("is not a directory");
    assertThatThrownBy(() -> check(directory))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("evaluation.json");
  }

  @Test
  void aFloodOfDamageIsCutAndCannotSteerATerminal() throws Exception {
    SampleBundle sample = SampleBundle.of(1, 1);
    for (int i = 0; i < 1000; i++) {
      sample.lines(BundleFiles.FACTS).add("{\"component\":\"\\u001b[2J" + i + "\"}");
    }
    List<String> damage = damageOf(sample);
    assertThat(damage).hasSize(101);
    assertThat(damage.getLast()).startsWith("… and ");
    assertThat(String.join("", damage)).doesNotContain("\u001b");
  }
}
