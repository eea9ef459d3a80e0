package dev.assay.cli;

import dev.assay.cli.product.BadProduct;
import dev.assay.cli.product.NamedProduct;
import dev.assay.cli.product.PackageFetcher;
import dev.assay.cli.product.Products;
import dev.assay.inspect.Cache;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The product and how it is read: shared by all commands that read one. */
final class ProductOptions {
  private static final String OFF = "off";

  @Parameters(
      arity = "1..*",
      paramLabel = "PRODUCT",
      description = "File, directory, product.yaml or package URL; several make one product.")
  List<String> products = List.of();

  @Option(
      names = "--profile",
      paramLabel = "P",
      description =
          "Catalogue profile; default: that of product.yaml, or smartphone when all that is found belongs to Android packages and libraries, else linux-device.")
  String profile = "";

  @Option(
      names = "--privacy",
      paramLabel = "FILE",
      description =
          "What is declared of personal data: a privacy.yaml, or the data safety form Google Play exports (CSV).")
  @Nullable Path privacy;

  @Option(
      names = "--sbom",
      paramLabel = "FILE",
      description =
          "The maker's bill of materials, held against what is inside: CycloneDX (JSON, XML) or SPDX 2 (JSON); may be repeated.")
  List<Path> sboms = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Number of worker threads; default: the number of processors.")
  int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--cache",
      paramLabel = "DIR|off",
      description =
          "Where fetched packages and what was learnt of contents are kept; default: ~/.cache/assay; off: everything is read again.")
  String cache = "";

  @Option(names = "--quiet", description = "No progress and no messages.")
  boolean quiet;

  /** The profile asked for, or the one the product names; empty where what is found decides. */
  String profile(NamedProduct named) {
    return profile.isEmpty() ? named.profile() : profile;
  }

  NamedProduct named(PrintStream messages) {
    if (jobs < 1 || jobs > 1024) {
      throw new UsageError("--jobs is a number from 1 to 1024, not " + jobs);
    }
    try {
      NamedProduct named =
          new Products(new PackageFetcher(cacheFolder(), quiet ? silent() : messages))
              .named(products);
      return (privacy == null ? named : named.declaring(privacy)).listedIn(sboms);
    } catch (BadProduct e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  /**
   * Where what is learnt of contents is kept.
   *
   * @param started when this run began
   */
  Optional<Cache> cache(Instant started) {
    return cache.equals(OFF) ? Optional.empty() : Optional.of(new Cache(cacheFolder(), started));
  }

  /** Where fetched packages are kept. */
  Path cacheFolder() {
    if (!cache.isEmpty() && !cache.equals(OFF)) {
      return Path.of(cache);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg == null || xdg.isEmpty()
        ? Path.of(System.getProperty("user.home", "."), ".cache", "assay")
        : Path.of(xdg, "assay");
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
