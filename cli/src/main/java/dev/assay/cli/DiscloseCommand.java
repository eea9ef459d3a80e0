package dev.assay.cli;

import dev.assay.catalogue.cel.BadExpression;
import dev.assay.catalogue.cel.LineFilter;
import dev.assay.evidence.disclose.Disclosing;
import dev.assay.report.Plain;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.disclose.Disclosure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay disclose}. */
@Command(
    name = "disclose",
    description =
        "Takes chosen lines out of a signed bundle into a file that proves them and shows nothing else but counts.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "  assay disclose BUNDLE --out ssh.json --select 'file == \"verdicts.jsonl\" && test.startsWith(\"SSH-\")'",
      "  assay verify ssh.json --keys DIR"
    })
final class DiscloseCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BUNDLE", description = "Folder of the bundle.")
  private Path bundle = Path.of("");

  @Option(
      names = "--select",
      paramLabel = "CEL",
      required = true,
      description =
          "Which lines: an expression over file, number (of the line in its file) and the line's own fields.")
  private String select = "";

  @Option(
      names = "--out",
      paramLabel = "F",
      description = "File to write, not overwritten; default: BUNDLE.disclosure.json.")
  private String out = "";

  @Override
  public Integer call() {
    Disclosing.Result result = disclosed(filter());
    if (result.disclosure().isEmpty()) {
      result.refused().forEach(System.out::println);
      System.out.println("NOT DISCLOSED");
      return ExitStatus.REJECTED;
    }
    Disclosure disclosure = result.disclosure().get();
    Path file =
        out.isEmpty()
            ? bundle.resolveSibling(
                bundle.toAbsolutePath().normalize().getFileName() + ".disclosure.json")
            : Path.of(out);
    try {
      Files.write(file, disclosure.bytes(), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UsageError("cannot write " + file + ": " + e);
    }
    System.out.println(
        "disclosed " + Plain.count(disclosure.lines().size(), "line", "lines") + " in " + file);
    return ExitStatus.APPROVED;
  }

  private LineFilter filter() {
    try {
      return LineFilter.of(select, Disclosing.FIELDS);
    } catch (BadExpression e) {
      throw new UsageError("--select: " + e.getMessage());
    }
  }

  private Disclosing.Result disclosed(LineFilter filter) {
    try {
      return Disclosing.of(bundle, filter::takes);
    } catch (Unreadable e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }
}
