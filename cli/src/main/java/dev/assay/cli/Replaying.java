package dev.assay.cli;

import dev.assay.assess.gate.Policy;
import dev.assay.cli.product.BadProduct;
import dev.assay.cli.product.NamedProduct;
import dev.assay.cli.product.PackageFetcher;
import dev.assay.cli.product.Products;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.BundleReader;
import dev.assay.evidence.Recorded;
import dev.assay.evidence.Replay;
import dev.assay.feed.store.Feed;
import dev.assay.inspect.scan.Progress;
import dev.assay.model.Evaluation;
import dev.assay.model.Product;
import dev.assay.report.Plain;
import dev.assay.verify.Checked;
import dev.assay.verify.json.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Evaluates a product again on the terms that a bundle records, and says where the two differ. */
final class Replaying {
  private final Path bundle;
  private final Json.Obj summary;
  private final String root;
  private final Rules rules;
  private final Optional<Path> privacy;
  private final List<Path> sboms;
  private final int jobs;
  private final Optional<Disagreeing> disagreeing;

  /**
   * @param checked what was found in the bundle, which must be whole
   * @param rules those given on the command line
   * @param privacy declaration that was given beside the product
   * @param sboms bills of materials that were
   * @param disagreeing where to write down what differs
   */
  Replaying(
      Path bundle,
      Checked checked,
      Rules rules,
      Optional<Path> privacy,
      List<Path> sboms,
      int jobs,
      Optional<Disagreeing> disagreeing) {
    this.bundle = bundle;
    this.summary = checked.census().orElseThrow().summary().content();
    this.root = checked.census().orElseThrow().root();
    this.rules = rules;
    this.privacy = privacy;
    this.sboms = sboms;
    this.jobs = jobs;
    this.disagreeing = disagreeing;
  }

  /** Whether the replay gives the very same bundle; says on standard output what came of it. */
  boolean isSame(List<String> products, FeedOption feed) {
    Optional<Feed> opened = feed.open();
    try {
      Recorded recorded = Recorded.of(BundleReader.read(bundle));
      Optional<String> given = opened.map(Feed::digest);
      if (recorded.feedDigest().isPresent() && given.isEmpty()) {
        throw new UsageError(
            "the bundle was made with feed "
                + recorded.feedDigest().get()
                + "; name that file with --feed");
      }
      return isOf("feed", "--feed", recorded.feedDigest(), given, "without a feed")
          && isOf(
              "waivers", "--waivers", recorded.waiversDigest(), rules.waiversDigest(), "without")
          && isOf("VEX", "--vex", recorded.vexDigests(), rules.vexDigests(), "without")
          && isSame(products, recorded, opened);
    } catch (BundleException e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    } finally {
      opened.ifPresent(Feed::close);
    }
  }

  private static boolean isOf(
      String what, String option, Optional<String> made, Optional<String> given, String without) {
    if (made.equals(given)) {
      return true;
    }
    System.out.println(
        "NOT VERIFIED: the bundle was made "
            + made.map(digest -> "with " + what + " " + digest).orElse(without)
            + ", "
            + option
            + " names "
            + given.orElse("none"));
    return false;
  }

  private boolean isSame(List<String> products, Recorded recorded, Optional<Feed> opened)
      throws BundleException {
    Optional<Policy> policy = policy(recorded);
    if (policy.isEmpty()) {
      return isOf("policy", "--policy", recorded.policyDigest(), rules.policyDigest(), "without");
    }
    NamedProduct named = named(products, recorded);
    ReadProduct read = ReadProduct.of(named, jobs, Progress.SILENT, Optional.empty());
    Rules same = rules.under(policy.get(), recorded.policyDigest());
    Evaluation evaluation =
        Evaluator.evaluate(
            read,
            new Evaluator.Terms(recorded.profile(), same, LocalDate.parse(recorded.asOf()), opened),
            stage -> {});
    if (!isOf(
        "catalogue",
        "this Assay",
        Optional.of(recorded.catalogueDigest()),
        Optional.of(evaluation.catalogueDigest()),
        "")) {
      return false;
    }
    return isSame(evaluation, isOfImages(read.inspection().images()));
  }

  /**
   * The policy that the bundle was made under; empty if it is not at hand. A policy that only
   * demands signatures may be another than the one that judged.
   */
  private Optional<Policy> policy(Recorded recorded) {
    if (recorded.policyDigest().isEmpty()) {
      return Optional.of(Policy.standard());
    }
    return recorded.policyDigest().equals(rules.policyDigest())
        ? Optional.of(rules.policy())
        : Optional.empty();
  }

  private boolean isSame(Evaluation evaluation, boolean ofImages) throws BundleException {
    BundleContent replayed = BundleContent.of(evaluation);
    if (replayed.root().equals(root)) {
      System.out.println(
          "VERIFIED: "
              + Plain.count(evaluation.verdicts().size(), "verdict", "verdicts")
              + " replayed, all the same");
      return true;
    }
    BundleContent stated = BundleReader.read(bundle);
    List<String> differences =
        ofImages
            ? Replay.differences(stated, replayed)
            : Replay.verdictsOfAnother(stated, replayed);
    differences.forEach(difference -> System.out.println(Plain.line(difference)));
    System.out.println("NOT VERIFIED: the replay differs");
    if (disagreeing.isPresent() && ofImages) {
      disagreeing.get().write(stated, replayed);
    } else if (disagreeing.isPresent()) {
      System.out.println("no disagreement was written: it would be over another product");
    }
    return false;
  }

  /** Whether the product at hand is the one that was evaluated; says so where it is not. */
  private boolean isOfImages(List<Product.Image> images) {
    List<String> evaluated =
        summary.items("product", "images").stream()
            .map(image -> image instanceof Json.Obj each ? each.text("sha256").orElse("") : "")
            .sorted()
            .toList();
    List<String> given = images.stream().map(Product.Image::sha256).sorted().toList();
    if (!given.equals(evaluated)) {
      System.out.println(
          "the bundle is of another product: of SHA-256 "
              + Plain.line(String.join(", ", evaluated))
              + "; the one given has "
              + String.join(", ", given));
    }
    return given.equals(evaluated);
  }

  /** The product under the name it was evaluated with. */
  private NamedProduct named(List<String> products, Recorded recorded) {
    try {
      NamedProduct given =
          new Products(new PackageFetcher(new ProductOptions().cacheFolder(), System.err))
              .named(products);
      NamedProduct declared = privacy.isEmpty() ? given : given.declaring(privacy.get());
      NamedProduct whole = declared.listedIn(sboms);
      return new NamedProduct(
          recorded.productName(), recorded.productVersion(), recorded.profile(), whole.sources());
    } catch (BadProduct e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }
}
