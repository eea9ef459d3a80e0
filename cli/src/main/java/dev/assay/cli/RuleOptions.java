package dev.assay.cli;

import dev.assay.assess.flaw.Statements;
import dev.assay.assess.gate.BadFile;
import dev.assay.assess.gate.Policy;
import dev.assay.assess.gate.PolicyFile;
import dev.assay.assess.gate.Waiver;
import dev.assay.assess.gate.WaiverFile;
import dev.assay.verify.bundle.Checksums;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Policy, waivers and VEX: shared by all commands that judge a launch. */
final class RuleOptions {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "What blocks a launch and who must sign it; default: critical and high failures in tiers 1 and 2.")
  @Nullable Path policy;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "Failures a person has taken responsibility for.")
  @Nullable Path waivers;

  @Option(
      names = "--vex",
      paramLabel = "FILE",
      description =
          "What the maker states of known flaws: OpenVEX, CycloneDX or CSAF; what is not affected or fixed is waived.")
  List<Path> vex = List.of();

  Rules read() {
    try {
      Policy chosen = policy == null ? Policy.standard() : PolicyFile.read(policy);
      List<Waiver> waived = waivers == null ? List.of() : WaiverFile.read(waivers);
      return new Rules(
          chosen,
          waived,
          digest(policy),
          digest(waivers),
          Statements.of(vex.stream().flatMap(file -> VexDocuments.read(file).stream()).toList()),
          VexDocuments.digests(vex));
    } catch (BadFile e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  static Optional<String> digest(@Nullable Path file) {
    try {
      return file == null ? Optional.empty() : Optional.of(Checksums.sha256(file));
    } catch (IOException e) {
      throw new UsageError(file + " cannot be read: " + e.getMessage());
    }
  }
}
