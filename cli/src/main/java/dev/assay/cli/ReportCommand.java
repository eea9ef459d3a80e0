package dev.assay.cli;

import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.CompiledCase;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.BundleReader;
import dev.assay.evidence.Recorded;
import dev.assay.evidence.recall.Recall;
import dev.assay.model.Evaluation;
import dev.assay.report.scheme.Scheme;
import dev.assay.verify.Checked;
import dev.assay.verify.Verifier;
import dev.assay.verify.attest.TrustedKey;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay report}. */
@Command(
    name = "report",
    description =
        "Writes reports of a bundle, after checking that it is whole: for an outside party, or in another format.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("sarif", "junit");

  @Parameters(index = "0", paramLabel = "BUNDLE", description = "Folder of the bundle.")
  private Path bundle = Path.of("");

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description =
          "What an outside party expects, and what of it is missing: uk-evaluation-centre, de-nesas, us-nist, eu-cra.")
  private List<String> schemes = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the documents of one scheme; default: BUNDLE.SCHEME.")
  private @Nullable Path out;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description =
          "Reports that follow from the bundle alone: sarif, junit; into FILE (- is standard output).")
  private List<String> reports = List.of();

  @Mixin private TrustOptions trust = new TrustOptions();

  @Override
  public Integer call() throws IOException {
    List<Scheme> wanted = SchemeReports.named(schemes);
    List<RequestedReport> requested = requested();
    if (wanted.isEmpty() && requested.isEmpty()) {
      throw new UsageError("name a --scheme or a --report");
    }
    if (out != null && wanted.size() != 1) {
      throw new UsageError("--out is for the documents of one --scheme");
    }
    if (requested.stream().anyMatch(report -> report.file().isEmpty())) {
      throw new UsageError("--report needs a file, FORMAT=FILE: those of the bundle are sealed");
    }
    Optional<TrustedKeys> keys = trust.keys();
    Checked checked = check(keys);
    if (!checked.isVerified()) {
      checked.lines().forEach(System.out::println);
      return ExitStatus.REJECTED;
    }
    BundleContent content = read();
    Evaluation evaluation = evaluation(content);
    for (RequestedReport report : requested) {
      report.write(evaluation, content.root());
    }
    Optional<SortedSet<String>> signers = keys.map(given -> roles(checked));
    for (Scheme scheme : wanted) {
      Path folder = out == null ? SchemeReports.beside(bundle, scheme) : out;
      requireElsewhere(folder);
      SchemeReports.write(
          scheme,
          evaluation,
          content.root(),
          signers,
          folder,
          requested.stream().anyMatch(RequestedReport::toStandardOutput) ? System.err : System.out);
    }
    return ExitStatus.APPROVED;
  }

  private List<RequestedReport> requested() {
    for (String report : reports) {
      if (!FORMATS.contains(report.split("=", 2)[0])) {
        throw new UsageError(
            "a bundle alone gives the reports "
                + String.join(", ", FORMATS)
                + "; for others, use `assay evaluate --report`");
      }
    }
    return RequestedReport.parse(reports);
  }

  /** An unsigned bundle is no fault here: the signature is then missing, which the report says. */
  private Checked check(Optional<TrustedKeys> keys) {
    try {
      boolean signed = Files.exists(bundle.resolve(BundleFiles.ATTESTATION));
      return Verifier.check(
          bundle,
          new Verifier.Terms(signed ? keys : Optional.empty(), new TreeSet<>(), trust.day()));
    } catch (Unreadable e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  private static SortedSet<String> roles(Checked checked) {
    SortedSet<String> roles = new TreeSet<>();
    checked.signed().stream().map(TrustedKey::role).forEach(roles::add);
    return roles;
  }

  private void requireElsewhere(Path folder) {
    if (folder.toAbsolutePath().normalize().startsWith(bundle.toAbsolutePath().normalize())) {
      throw new UsageError("--out is inside the bundle, whose files are sealed");
    }
  }

  private BundleContent read() {
    try {
      return BundleReader.read(bundle);
    } catch (BundleException e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  /** Texts of test cases are the catalogue's, so it must be the one that the bundle names. */
  private Evaluation evaluation(BundleContent content) {
    try {
      Recorded recorded = Recorded.of(content);
      Optional<Catalogue> catalogue =
          Catalogue.load(recorded.profile())
              .filter(each -> each.digest().equals(recorded.catalogueDigest()));
      if (catalogue.isEmpty()) {
        throw new UsageError(
            "the bundle was made with catalogue "
                + recorded.catalogueDigest()
                + " of profile "
                + recorded.profile()
                + ", which this Assay does not have; use the one of the bundle's version");
      }
      return Recall.evaluation(
          content,
          catalogue.get().cases().stream().map(CompiledCase::meta).toList(),
          catalogue.get().planned());
    } catch (BundleException e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }
}
