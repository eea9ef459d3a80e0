package dev.assay.cli;

import dev.assay.cli.product.NamedProduct;
import dev.assay.compare.Comparer;
import dev.assay.compare.Comparison;
import dev.assay.compare.Product;
import dev.assay.compare.Verdict;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.BundleReader;
import dev.assay.evidence.Replay;
import dev.assay.inspect.scan.Limits;
import dev.assay.report.Plain;
import dev.assay.report.comparison.ComparisonHtml;
import dev.assay.report.comparison.ComparisonJson;
import dev.assay.report.comparison.ComparisonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay compare}, of two products or two bundles. */
@Command(
    name = "compare",
    description =
        "Says where two products differ and which differences builds may leave; or where two evaluations differ, line by line of their bundles.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "Product or bundle.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "Product or bundle, as A.")
  private String after = "";

  @Option(names = "--json", description = "The same for programs.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "A page that shows both products side by side.")
  private @Nullable Path html;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Number of worker threads; default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--cache",
      paramLabel = "DIR|off",
      description = "Where fetched packages are kept; default: ~/.cache/assay.")
  private String cache = "";

  @Override
  public Integer call() throws IOException {
    boolean first = isBundle(before);
    if (first != isBundle(after)) {
      throw new UsageError(
          (first ? before : after) + " is a bundle and the other is not; give two of a kind");
    }
    return first ? bundles() : products();
  }

  private static boolean isBundle(String argument) {
    return !argument.startsWith("pkg:")
        && Files.isRegularFile(Path.of(argument).resolve(BundleContent.SUMMARY));
  }

  private int bundles() {
    if (json || html != null) {
      throw new UsageError("--json and --html are for products, not for bundles");
    }
    try {
      List<String> differences =
          Replay.differences(BundleReader.read(Path.of(before)), BundleReader.read(Path.of(after)));
      differences.forEach(difference -> System.out.println(Plain.line(difference)));
      System.out.println(differences.isEmpty() ? "SAME" : "DIFFERENT");
      return differences.isEmpty() ? ExitStatus.APPROVED : ExitStatus.REJECTED;
    } catch (BundleException e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  private int products() throws IOException {
    Comparison comparison = Comparer.compare(product(before), product(after), Limits.DEFAULT, jobs);
    if (json) {
      ComparisonJson.write(comparison, System.out);
      System.out.println();
    } else {
      ComparisonText.print(comparison, System.out);
    }
    if (html != null) {
      try (OutputStream file = Files.newOutputStream(html)) {
        ComparisonHtml.write(comparison, file);
      } catch (IOException e) {
        throw new UsageError("cannot write " + html + ": " + e.getMessage());
      }
    }
    return comparison.verdict() == Verdict.DIFFERENT ? ExitStatus.REJECTED : ExitStatus.APPROVED;
  }

  private Product product(String argument) {
    ProductOptions options = new ProductOptions();
    options.products = List.of(argument);
    options.jobs = jobs;
    options.cache = cache;
    NamedProduct named = options.named(System.err);
    return new Product(named.name(), named.sources());
  }
}
