package dev.assay.cli;

import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.Unreadable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose signatures are trusted. */
final class TrustOptions {
  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "Trusted public keys, each in a file named after whom it speaks for: maker.pub, evaluator.pub, agency.pub.")
  private @Nullable Path keys;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day on which keys must not have expired; default: today (UTC).")
  private String asOf = "";

  Optional<TrustedKeys> keys() {
    try {
      return keys == null ? Optional.empty() : Optional.of(TrustedKeys.read(keys));
    } catch (Unreadable e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  LocalDate day() {
    return AsOf.day(asOf);
  }
}
