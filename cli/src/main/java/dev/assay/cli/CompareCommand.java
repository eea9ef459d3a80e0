package dev.assay.cli;

import dev.assay.cli.product.NamedProduct;
import dev.assay.compare.Comparer;
import dev.assay.compare.Comparison;
import dev.assay.compare.Product;
import dev.assay.compare.Verdict;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.BundleReader;
import dev.assay.evidence.releases.CaseMapping;
import dev.assay.evidence.releases.Releases;
import dev.assay.evidence.releases.Trend;
import dev.assay.inspect.scan.Limits;
import dev.assay.report.comparison.ComparisonHtml;
import dev.assay.report.comparison.ComparisonJson;
import dev.assay.report.comparison.ComparisonText;
import dev.assay.report.comparison.ReleasesText;
import dev.assay.report.comparison.TrendJson;
import dev.assay.report.comparison.TrendPage;
import dev.assay.report.document.HtmlWriter;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay compare}, of two products, or of the bundles of releases. */
@Command(
    name = "compare",
    description =
        "Says where two products differ and which differences builds may leave; or what became of failures from release to release, by their bundles.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {
  private static final int MAX_MAPPING = 8 << 20;

  @Parameters(
      arity = "2..*",
      paramLabel = "A B",
      description = "Two products, or the bundles of two or more releases, oldest first.")
  private List<String> all = List.of();

  @Option(names = "--json", description = "The same for programs.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "A page that shows both products side by side, or the trend of the releases.")
  private @Nullable Path html;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "Test cases that older catalogues call otherwise than the last one: OLD NEW, one a line.")
  private @Nullable Path mapping;

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
    long bundles = all.stream().filter(CompareCommand::isBundle).count();
    if (bundles != 0 && bundles != all.size()) {
      throw new UsageError("some are bundles and some are not; give all of a kind");
    }
    if (bundles == 0 && mapping != null) {
      throw new UsageError("--mapping is of test cases; give bundles");
    }
    if (bundles == 0 && all.size() != 2) {
      throw new UsageError("give two products, or two or more bundles");
    }
    return bundles == 0 ? products() : bundles();
  }

  private static boolean isBundle(String argument) {
    return !argument.startsWith("pkg:")
        && Files.isRegularFile(Path.of(argument).resolve(BundleContent.SUMMARY));
  }

  private int bundles() throws IOException {
    try {
      List<BundleContent> releases = new ArrayList<>();
      for (String bundle : all) {
        releases.add(BundleReader.read(Path.of(bundle)));
      }
      Trend trend = Trend.of(releases, mapping());
      Releases compared = trend.verdicts();
      page(out -> HtmlWriter.write(TrendPage.of(trend), out));
      if (json) {
        TrendJson.write(trend, System.out);
        System.out.println();
      } else {
        ReleasesText.print(compared, System.out);
      }
      return compared.isWorse() ? ExitStatus.REJECTED : ExitStatus.APPROVED;
    } catch (BundleException e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  private CaseMapping mapping() throws BundleException {
    if (mapping == null) {
      return CaseMapping.byId();
    }
    try {
      String text = new String(SmallFile.read(mapping, MAX_MAPPING), StandardCharsets.UTF_8);
      return CaseMapping.read(text, mapping.toString());
    } catch (IOException e) {
      throw new UsageError(mapping + " cannot be read: " + e.getMessage());
    } catch (Damaged e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  private int products() throws IOException {
    Comparison comparison =
        Comparer.compare(product(all.getFirst()), product(all.getLast()), Limits.DEFAULT, jobs);
    if (json) {
      ComparisonJson.write(comparison, System.out);
      System.out.println();
    } else {
      ComparisonText.print(comparison, System.out);
    }
    page(out -> ComparisonHtml.write(comparison, out));
    return comparison.verdict() == Verdict.DIFFERENT ? ExitStatus.REJECTED : ExitStatus.APPROVED;
  }

  private interface Page {
    void write(OutputStream out) throws IOException;
  }

  private void page(Page page) {
    if (html == null) {
      return;
    }
    try (OutputStream file = Files.newOutputStream(html)) {
      page.write(file);
    } catch (IOException e) {
      throw new UsageError("cannot write " + html + ": " + e.getMessage());
    }
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
