package dev.assay.cli;

import dev.assay.evidence.BundleException;
import dev.assay.evidence.BundleReader;
import dev.assay.evidence.Replay;
import dev.assay.report.Plain;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay compare}, of two bundles. */
@Command(
    name = "compare",
    description = "Says where two evaluations differ, line by line of their bundles.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "Bundle.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "Bundle.")
  private Path after = Path.of("");

  @Override
  public Integer call() {
    try {
      List<String> differences =
          Replay.differences(BundleReader.read(before), BundleReader.read(after));
      differences.forEach(difference -> System.out.println(Plain.line(difference)));
      System.out.println(differences.isEmpty() ? "SAME" : "DIFFERENT");
      return differences.isEmpty() ? ExitStatus.APPROVED : ExitStatus.REJECTED;
    } catch (BundleException e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }
}
