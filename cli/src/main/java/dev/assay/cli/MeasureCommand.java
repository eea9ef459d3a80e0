package dev.assay.cli;

import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.identity.Measurements;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.cli.build.CleanVerdicts;
import dev.assay.cli.build.Measuring;
import dev.assay.cli.product.NamedProduct;
import dev.assay.inspect.scan.Progress;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Evaluation;
import dev.assay.report.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay catalogue measure}. */
@Command(
    name = "measure",
    description =
        "Measures how often each test case is right where the right verdict is known: on its controls, on alterations of its oracle and on clean systems.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class MeasureCommand implements Callable<Integer> {
  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "A catalogue folder other than Assay's own.")
  private @Nullable Path folder;

  @Option(names = "--only", paramLabel = "STEM", description = "Only cases/STEM.yaml.")
  private @Nullable List<String> only;

  @Option(
      names = "--clean",
      paramLabel = "PRODUCT",
      description =
          "A well-configured system, which is judged by Assay's own catalogue; may be repeated.")
  private List<String> clean = List.of();

  @Option(
      names = "--justified",
      paramLabel = "TSV",
      description =
          "Failures that are right on the clean system at the same place: test case, tab, reason.")
  private List<Path> justified = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day of the measurement; default: today (UTC).")
  private String asOf = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; measured.csv of the catalogue is read by the build.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (clean.size() != justified.size()) {
      throw new UsageError("give a --justified for each --clean");
    }
    LocalDate day = AsOf.day(asOf);
    CleanVerdicts verdicts = new CleanVerdicts();
    for (int i = 0; i < clean.size(); i++) {
      judge(clean.get(i), day, CleanVerdicts.tests(justified.get(i)), verdicts);
    }
    CatalogueFiles files = folder == null ? CatalogueFiles.ofAssay() : CatalogueFiles.in(folder);
    List<CaseIdentity> measured =
        Measuring.of(files, only == null ? Set.of() : Set.copyOf(only), verdicts, day);
    String text = Measurements.text(measured);
    if (out == null) {
      System.out.print(text);
    } else {
      Files.writeString(out, text);
    }
    System.err.println(Plain.count(measured.size(), "test case", "test cases") + " measured");
    return ExitStatus.APPROVED;
  }

  private static void judge(
      String product, LocalDate day, Set<String> justified, CleanVerdicts verdicts) {
    ProductOptions options = new ProductOptions();
    options.products = List.of(product);
    NamedProduct named = options.named(System.err);
    ReadProduct read = ReadProduct.of(named, options.jobs, Progress.SILENT, Optional.empty());
    Catalogue catalogue = Evaluator.catalogue(named.profile(), read.inspection());
    Evaluation evaluation =
        Evaluator.evaluate(
            read,
            new Evaluator.Terms(
                catalogue.profile(), new RuleOptions().read(), day, Optional.empty()),
            stage -> {});
    verdicts.add(evaluation, justified);
  }
}
