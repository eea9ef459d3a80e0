package dev.assay.cli;

import dev.assay.assess.gate.BadFile;
import dev.assay.assess.gate.Policy;
import dev.assay.assess.gate.PolicyFile;
import dev.assay.assess.gate.Waiver;
import dev.assay.assess.gate.WaiverFile;
import dev.assay.cli.product.BadProduct;
import dev.assay.cli.product.NamedProduct;
import dev.assay.cli.product.PackageFetcher;
import dev.assay.cli.product.Products;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.BundleReader;
import dev.assay.evidence.Integrity;
import dev.assay.evidence.Recorded;
import dev.assay.evidence.Replay;
import dev.assay.feed.store.Feed;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.model.Evaluation;
import dev.assay.report.Plain;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay verify}. */
@Command(
    name = "verify",
    description =
        "Checks a bundle: every line against its root; with the product, every verdict by running it again.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BUNDLE", description = "Folder of the bundle.")
  private Path bundle = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PRODUCT",
      description = "The product that was evaluated.")
  private List<String> products = List.of();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy of the evaluation, if it was not the default.")
  private @Nullable Path policy;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "Waivers of the evaluation, if there were any.")
  private @Nullable Path waivers;

  @Option(
      names = "--privacy",
      paramLabel = "FILE",
      description = "Privacy declaration of the evaluation, if one was given so.")
  private @Nullable Path privacy;

  @Mixin private FeedOption feed = new FeedOption();

  @Option(names = "--jobs", paramLabel = "N", description = "Number of worker threads.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    try {
      BundleContent content = BundleReader.read(bundle);
      List<String> violations = Integrity.violations(content);
      violations.forEach(violation -> System.out.println(Plain.line(violation)));
      if (!violations.isEmpty()) {
        System.out.println("NOT VERIFIED: the bundle was changed or is incomplete");
        return ExitStatus.REJECTED;
      }
      System.out.println("root " + content.root() + " covers every line of the bundle");
      return products.isEmpty() ? ExitStatus.APPROVED : replay(content);
    } catch (BundleException e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  private int replay(BundleContent content) throws BundleException {
    Recorded recorded = Recorded.of(content);
    Optional<Feed> opened = feed.open();
    try {
      Optional<String> given = opened.map(Feed::digest);
      if (recorded.feedDigest().isPresent() && given.isEmpty()) {
        throw new UsageError(
            "the bundle was made with feed "
                + recorded.feedDigest().get()
                + "; name that file with --feed");
      }
      if (!given.equals(recorded.feedDigest())) {
        System.out.println(
            "NOT VERIFIED: the bundle was made "
                + recorded
                    .feedDigest()
                    .map(digest -> "with feed " + digest)
                    .orElse("without a feed")
                + ", --feed names "
                + given.orElse("none"));
        return ExitStatus.REJECTED;
      }
      return replay(content, recorded, opened);
    } finally {
      opened.ifPresent(Feed::close);
    }
  }

  private int replay(BundleContent content, Recorded recorded, Optional<Feed> opened) {
    NamedProduct named = named(recorded);
    Inspection inspection = Inspection.of(named.sources(), Limits.DEFAULT, jobs, Progress.SILENT);
    Evaluation evaluation =
        Evaluator.evaluate(named, inspection, terms(recorded, opened), stage -> {});
    if (!evaluation.catalogueDigest().equals(recorded.catalogueDigest())) {
      System.out.println(
          "NOT VERIFIED: the bundle was made with catalogue "
              + recorded.catalogueDigest()
              + ", this Assay has "
              + evaluation.catalogueDigest());
      return ExitStatus.REJECTED;
    }
    List<String> differences = Replay.differences(content, BundleContent.of(evaluation));
    differences.forEach(difference -> System.out.println(Plain.line(difference)));
    if (!differences.isEmpty()) {
      System.out.println("NOT VERIFIED: the replay differs");
      return ExitStatus.REJECTED;
    }
    System.out.println(
        "VERIFIED: "
            + Plain.count(evaluation.verdicts().size(), "verdict", "verdicts")
            + " replayed, all the same");
    return ExitStatus.APPROVED;
  }

  /** The product under the name it was evaluated with. */
  private NamedProduct named(Recorded recorded) {
    try {
      NamedProduct given =
          new Products(new PackageFetcher(new ProductOptions().cacheFolder(), System.err))
              .named(products);
      NamedProduct whole = privacy == null ? given : given.declaring(privacy);
      return new NamedProduct(recorded.productName(), recorded.productVersion(), whole.sources());
    } catch (BadProduct e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  private Evaluator.Terms terms(Recorded recorded, Optional<Feed> opened) {
    try {
      Policy chosen = policy == null ? Policy.standard() : PolicyFile.read(policy);
      List<Waiver> read = waivers == null ? List.of() : WaiverFile.read(waivers);
      return new Evaluator.Terms(
          recorded.profile(), chosen, read, LocalDate.parse(recorded.asOf()), opened);
    } catch (BadFile e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }
}
