package dev.assay.cli;

import dev.assay.catalogue.ProfileIndex;
import dev.assay.cli.earlier.EarlierRun;
import dev.assay.cli.earlier.EarlierRuns;
import dev.assay.cli.product.NamedProduct;
import dev.assay.cli.terminal.LiveProgress;
import dev.assay.evidence.Bundle;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.recall.Recall;
import dev.assay.feed.store.Feed;
import dev.assay.inspect.scan.Progress;
import dev.assay.model.Evaluation;
import dev.assay.model.Gate;
import dev.assay.report.Overview;
import dev.assay.report.Reports;
import dev.assay.report.scheme.Scheme;
import dev.assay.report.terminal.Palette;
import dev.assay.report.terminal.TerminalSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay evaluate}. */
@Command(
    name = "evaluate",
    description = "Reads a product, tests it and decides whether it may launch.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private ProductOptions product = new ProductOptions();
  @Mixin private RuleOptions rules = new RuleOptions();
  @Mixin private FeedOption feed = new FeedOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Bundle; default: assay-out/NAME-VERSION-DIGEST8.")
  private @Nullable Path out;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day on which waivers are judged, such as 2026-11-23; default: today (UTC).")
  private String asOf = "";

  @Option(
      names = "--report",
      paramLabel = "FORMAT[=FILE]",
      description =
          "Further reports: sarif, cyclonedx, spdx, cyclonedx-vex, openvex, csaf, junit; into the bundle, or into FILE (- is standard output).")
  private List<String> reports = List.of();

  @Option(
      names = "--sign",
      paramLabel = "KEY",
      description = "Private key to sign the bundle with; `assay keygen` makes one.")
  private @Nullable Path key;

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description =
          "Documents for an outside party, beside the bundle, and what it expects and does not get: uk-evaluation-centre, de-nesas, us-nist, eu-cra.")
  private List<String> schemes = List.of();

  @Override
  public Integer call() throws IOException {
    Instant started = Instant.now();
    Optional<Feed> opened = feed.open();
    try {
      return call(opened, started);
    } finally {
      opened.ifPresent(Feed::close);
    }
  }

  private int call(Optional<Feed> opened, Instant started) throws IOException {
    long start = System.nanoTime();
    requirePlace();
    Optional<Signer> signer = Optional.ofNullable(key).map(Signer::with);
    if (out != null) {
      Signer.requireNoneLost(out, signer);
    }
    List<RequestedReport> requested = RequestedReport.parse(reports);
    List<Scheme> wanted = SchemeReports.named(schemes);
    NamedProduct named = product.named(System.err);
    Evaluator.Terms terms = terms(named, opened);
    Optional<EarlierRuns> runs = earlierRuns(named, terms, requested, started);
    Optional<EarlierRun> earlier = runs.flatMap(EarlierRuns::find);
    if (earlier.isPresent()) {
      Signer.requireNoneLost(bundle(earlier.get().bundleName()), signer);
      int status = repeat(earlier.get(), start);
      sign(signer, bundle(earlier.get().bundleName()), terms);
      return status;
    }
    boolean live = !product.quiet && Terminal.isInteractive();
    Evaluation evaluation;
    if (live) {
      try (LiveProgress progress = new LiveProgress(System.err)) {
        evaluation = evaluate(named, terms, started, progress, progress::stage);
      }
    } else {
      evaluation = evaluate(named, terms, started, Progress.SILENT, stage -> {});
    }
    BundleContent content = BundleContent.of(evaluation);
    String name = Bundle.defaultName(evaluation);
    Signer.requireNoneLost(bundle(name), signer);
    write(evaluation, content, requested, bundle(name), start);
    byte[] output = output(evaluation, requested, bundle(name));
    System.out.write(output);
    int decided =
        evaluation.gate().decision() == Gate.Decision.REJECTED
            ? ExitStatus.REJECTED
            : ExitStatus.APPROVED;
    int status = ReaderFaults.status(evaluation.artifacts(), decided, System.err);
    if (runs.isPresent() && status == decided) {
      runs.get().keep(new EarlierRun(status, name, output, Bundle.files(bundle(name))));
    }
    sign(signer, bundle(name), terms);
    for (Scheme scheme : wanted) {
      SchemeReports.write(
          scheme,
          recalled(evaluation, content),
          content.root(),
          Optional.empty(),
          SchemeReports.beside(bundle(name), scheme),
          System.err);
    }
    return status;
  }

  /** What a reader of the bundle will find, so that documents written later are the same. */
  private static Evaluation recalled(Evaluation evaluation, BundleContent content) {
    try {
      return Recall.evaluation(content, evaluation.cases(), evaluation.planned());
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs what was written, and says whose signatures the policy waits for. */
  private void sign(Optional<Signer> signer, Path bundle, Evaluator.Terms terms) {
    List<String> refused = signer.map(each -> each.sign(bundle)).orElse(List.of());
    if (!refused.isEmpty()) {
      throw new UsageError("the bundle cannot be signed: " + refused.getFirst());
    }
    SortedSet<String> demanded = terms.rules().policy().signatures();
    if (!product.quiet && !demanded.isEmpty()) {
      System.err.println(
          "assay: the policy demands signatures of "
              + String.join(", ", demanded)
              + "; `assay verify --policy --keys` says whose are missing");
    }
  }

  /** Better said now than after the work. */
  private void requirePlace() {
    try {
      Bundle.requirePlace(out == null ? Path.of("assay-out", "bundle") : out);
    } catch (IOException e) {
      throw new UsageError("cannot write the bundle: " + e.getMessage());
    }
  }

  private Path bundle(String name) {
    return out == null ? Path.of("assay-out", name) : out;
  }

  /** Gives what an earlier run over the same product gave. */
  private int repeat(EarlierRun earlier, long start) throws IOException {
    try {
      Bundle.copy(earlier.files(), run(start), bundle(earlier.bundleName()));
    } catch (IOException e) {
      throw new UsageError("cannot write the bundle: " + e.getMessage());
    }
    System.out.write(earlier.output());
    if (!product.quiet) {
      System.err.println(
          "assay: nothing has changed since an earlier run, whose results these are; --cache off evaluates again");
    }
    return earlier.status();
  }

  /** The runs like this one; none where a report goes elsewhere than into the bundle. */
  private Optional<EarlierRuns> earlierRuns(
      NamedProduct named, Evaluator.Terms terms, List<RequestedReport> requested, Instant started)
      throws IOException {
    if (!schemes.isEmpty() || requested.stream().anyMatch(report -> !report.file().isEmpty())) {
      return Optional.empty();
    }
    SameRun same = new SameRun(product, named, terms);
    for (Path each : rules.vex) {
      same.file("vex", each);
    }
    return same.file("policy", rules.policy)
        .file("waivers", rules.waivers)
        .setting("reports", reports)
        .setting("out", String.valueOf(out))
        .runs(started);
  }

  /** What stands on the terminal at the end. */
  private byte[] output(Evaluation evaluation, List<RequestedReport> requested, Path dir)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!product.quiet && requested.stream().noneMatch(RequestedReport::toStandardOutput)) {
      try (PrintStream summary = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
        TerminalSummary.write(
            Overview.of(evaluation),
            Terminal.isInteractive() ? Palette.ANSI : Palette.PLAIN,
            Terminal.width(),
            dir.toString(),
            summary);
        beyond(evaluation, summary);
      }
    }
    return bytes.toByteArray();
  }

  /** Names the profiles that test what the one that was used has no test cases for. */
  private static void beyond(Evaluation evaluation, PrintStream summary) {
    Set<String> found =
        evaluation.components().stream()
            .map(each -> each.component().kind())
            .collect(Collectors.toSet());
    ProfileIndex.packed()
        .beyond(evaluation.profile(), found)
        .forEach(
            (profile, kinds) ->
                summary.println(
                    "Hint    --profile "
                        + profile
                        + " has test cases for "
                        + String.join(", ", kinds)
                        + ", which this one has not"));
  }

  private Evaluation evaluate(
      NamedProduct named,
      Evaluator.Terms terms,
      Instant started,
      Progress progress,
      Consumer<String> stage) {
    ReadProduct read = ReadProduct.of(named, product.jobs, progress, product.cache(started));
    return Evaluator.evaluate(read, terms, stage);
  }

  private Evaluator.Terms terms(NamedProduct named, Optional<Feed> opened) {
    return new Evaluator.Terms(product.profile(named), rules.read(), AsOf.day(asOf), opened);
  }

  private void write(
      Evaluation evaluation,
      BundleContent content,
      List<RequestedReport> requested,
      Path dir,
      long start)
      throws IOException {
    List<Bundle.View> inside = new ArrayList<>(List.of(Reports.named("html").orElseThrow()));
    requested.stream().filter(r -> r.file().isEmpty()).forEach(r -> inside.add(r.view()));
    try {
      Bundle.write(evaluation, content, run(start), inside, dir);
    } catch (IOException e) {
      throw new UsageError("cannot write the bundle: " + e.getMessage());
    }
    for (RequestedReport report : requested) {
      if (!report.file().isEmpty()) {
        report.write(evaluation, content.root());
      }
    }
  }

  /** What may differ between runs. */
  private Map<String, Object> run(long start) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("finished", Instant.now().toString());
    run.put("evaluationSeconds", (System.nanoTime() - start) / 1e9);
    run.put("threads", product.jobs);
    run.put("java", Runtime.version().toString());
    run.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return run;
  }
}
