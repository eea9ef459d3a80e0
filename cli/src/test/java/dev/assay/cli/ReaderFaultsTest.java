package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.product.NamedProduct;
import dev.assay.evidence.Bundle;
import dev.assay.evidence.BundleContent;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.Inspectors;
import dev.assay.inspect.Readers;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.ssh.SshServerInspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evaluation;
import dev.assay.model.Kind;
import dev.assay.model.Outcome;
import dev.assay.model.Verdict;
import dev.assay.report.Overview;
import dev.assay.report.Reports;
import dev.assay.report.terminal.Palette;
import dev.assay.report.terminal.TerminalSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation in which the reader of SSH servers fails. */
class ReaderFaultsTest {
  @TempDir Path directory;

  private NamedProduct product;

  private static final class Failing implements Inspector {
    @Override
    public List<Kind<?>> kinds() {
      return new SshServerInspector().kinds();
    }

    @Override
    public List<String> reads() {
      return new SshServerInspector().reads();
    }

    @Override
    public void inspect(Root root, Findings findings) {
      throw new IllegalStateException("a mistake");
    }
  }

  @BeforeEach
  void product() throws IOException {
    Path root = directory.resolve("fw");
    Files.createDirectories(root.resolve("etc/ssh"));
    Files.createDirectories(root.resolve("bin"));
    Files.writeString(root.resolve("etc/passwd"), "root::0:0:root:/root:/bin/sh\n");
    Files.writeString(root.resolve("etc/ssh/sshd_config"), "PermitRootLogin yes\n");
    product = new NamedProduct("fw", "1", "", List.of(new Source.OnHost("fw", root)));
  }

  private Evaluation evaluated(int threads) {
    List<Inspector> roots =
        Stream.concat(
                Inspectors.ofRoots().stream().filter(each -> !(each instanceof SshServerInspector)),
                Stream.of(new Failing()))
            .toList();
    Inspection inspection =
        Inspection.of(
            product.sources(),
            new Readers(Inspectors.ofContent(), roots, Faults.REPORT),
            Limits.DEFAULT,
            threads,
            Progress.SILENT,
            Optional.empty());
    return Evaluator.evaluate(
        new ReadProduct(product, inspection, Map.of()),
        new Evaluator.Terms(
            "linux-device",
            new RuleOptions().read(),
            LocalDate.parse("2026-11-01"),
            Optional.empty()),
        stage -> {});
  }

  @Test
  void leavesEveryTestCaseOfWhatWasNotReadOpenAndDecidesTheRest() {
    Map<String, Set<Outcome>> byKind =
        evaluated(2).verdicts().stream()
            .filter(verdict -> verdict.component().contains(":"))
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict.component().split(":")[0],
                    Collectors.mapping(Verdict::outcome, Collectors.toSet())));
    assertThat(byKind.get("ssh-server")).containsExactly(Outcome.INCONCLUSIVE);
    assertThat(byKind.get("account-set")).contains(Outcome.FAIL);
    assertThat(
            evaluated(2).verdicts().stream()
                .filter(verdict -> verdict.test().equals("SSH-ROOT-LOGIN"))
                .map(Verdict::why))
        .singleElement()
        .asString()
        .contains("a fault of Assay", Failing.class.getName(), "IllegalStateException");
  }

  @Test
  void givesTheSameBundleWithAnyNumberOfThreadsAndOneThatVerifies() throws IOException {
    Evaluation evaluation = evaluated(1);
    BundleContent content = BundleContent.of(evaluation);
    assertThat(content.root()).isEqualTo(BundleContent.of(evaluated(4)).root());
    Path bundle = directory.resolve("bundle");
    List<Bundle.View> views =
        Stream.of("html", "sarif", "cyclonedx", "spdx", "junit")
            .map(name -> Reports.named(name).orElseThrow())
            .toList();
    Bundle.write(evaluation, content, Map.of(), views, bundle);
    CommandLine.Ran verified = CommandLine.run("verify", bundle.toString());
    assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
    assertThat(Files.readString(bundle.resolve("report.html")))
        .contains("A reader of Assay failed");
  }

  @Test
  void saysSoOnTheTerminalAndByTheExitStatus() {
    Evaluation evaluation = evaluated(2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream summary = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      TerminalSummary.write(Overview.of(evaluation), Palette.PLAIN, 100, "bundle", summary);
      assertThat(ReaderFaults.status(evaluation.artifacts(), ExitStatus.REJECTED, summary))
          .isEqualTo(ExitStatus.FAULT);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Faults of Assay", "please report it", "exit status 3");
    assertThat(ReaderFaults.status(List.of(), ExitStatus.REJECTED, System.err))
        .isEqualTo(ExitStatus.REJECTED);
  }
}
