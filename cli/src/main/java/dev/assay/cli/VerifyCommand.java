package dev.assay.cli;

import dev.assay.verify.Checked;
import dev.assay.verify.Verifier;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.Unreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
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
        "Checks a bundle: every line against its root, and who signed it; with the product, every verdict by running it again.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "BUNDLE",
      description = "Folder of the bundle, or a file that `assay disclose` made of one.")
  private Path bundle = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PRODUCT",
      description = "The product that was evaluated.")
  private List<String> products = List.of();

  @Option(
      names = "--privacy",
      paramLabel = "FILE",
      description = "Privacy declaration of the evaluation, if one was given so.")
  private @Nullable Path privacy;

  @Option(
      names = "--sbom",
      paramLabel = "FILE",
      description = "The maker's bills of materials of the evaluation, in the same order.")
  private List<Path> sboms = List.of();

  @Option(
      names = "--disagree",
      paramLabel = "FILE",
      description =
          "Where the replay differs, write so with both sides' evidence, as a signed CycloneDX document that `assay verify` checks.")
  private @Nullable Path disagree;

  @Option(
      names = "--sign",
      paramLabel = "KEY",
      description = "Private key to sign the disagreement with.")
  private @Nullable Path sign;

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      description = "In whose name to disagree; default: evaluator.")
  private String role = "evaluator";

  @Mixin private TrustOptions trust = new TrustOptions();
  @Mixin private RuleOptions rules = new RuleOptions();
  @Mixin private FeedOption feed = new FeedOption();

  @Option(names = "--jobs", paramLabel = "N", description = "Number of worker threads.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    Optional<Disagreeing> disagreeing = disagreeing();
    Rules read = rules.read();
    SortedSet<String> demanded = read.policy().signatures();
    Optional<TrustedKeys> keys = trust.keys();
    if (!demanded.isEmpty() && keys.isEmpty()) {
      throw new UsageError(
          "the policy demands signatures of "
              + String.join(", ", demanded)
              + "; name the folder of the trusted *.pub with --keys");
    }
    Checked checked = check(new Verifier.Terms(keys, demanded, trust.day()));
    checked.lines().forEach(System.out::println);
    if (!checked.isVerified()) {
      return ExitStatus.REJECTED;
    }
    if (!products.isEmpty() && checked.census().isEmpty()) {
      throw new UsageError("a disclosure cannot be replayed; ask for the whole bundle");
    }
    if (!products.isEmpty()
        && !new Replaying(
                bundle, checked, read, Optional.ofNullable(privacy), sboms, jobs, disagreeing)
            .isSame(products, feed)) {
      return ExitStatus.REJECTED;
    }
    checked.launch().ifPresent(System.out::println);
    return checked.isAccepted() ? ExitStatus.APPROVED : ExitStatus.REJECTED;
  }

  /** The key is read before the product is. */
  private Optional<Disagreeing> disagreeing() {
    if (disagree == null) {
      return Optional.empty();
    }
    if (sign == null || products.isEmpty()) {
      throw new UsageError("--disagree needs the product, and --sign with a key");
    }
    return Optional.of(new Disagreeing(disagree, Signer.with(sign), role));
  }

  private Checked check(Verifier.Terms terms) {
    try {
      return Verifier.check(bundle, terms);
    } catch (Unreadable e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }
}
