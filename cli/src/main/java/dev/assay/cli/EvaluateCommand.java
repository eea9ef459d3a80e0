package dev.assay.cli;

import dev.assay.assess.gate.BadFile;
import dev.assay.assess.gate.Policy;
import dev.assay.assess.gate.PolicyFile;
import dev.assay.assess.gate.Waiver;
import dev.assay.assess.gate.WaiverFile;
import dev.assay.cli.product.NamedProduct;
import dev.assay.cli.terminal.LiveProgress;
import dev.assay.evidence.Bundle;
import dev.assay.evidence.BundleContent;
import dev.assay.feed.store.Feed;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.model.Evaluation;
import dev.assay.model.Gate;
import dev.assay.report.Overview;
import dev.assay.report.Reports;
import dev.assay.report.terminal.Palette;
import dev.assay.report.terminal.TerminalSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
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
  @Mixin private FeedOption feed = new FeedOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Bundle; default: assay-out/NAME-VERSION-DIGEST8.")
  private @Nullable Path out;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What blocks a launch; default: critical and high failures in tiers 1 and 2.")
  private @Nullable Path policy;

  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description = "Failures a person has taken responsibility for.")
  private @Nullable Path waivers;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day on which waivers are judged, such as 2026-11-23; default: today (UTC).")
  private String asOf = "";

  @Option(
      names = "--report",
      paramLabel = "FORMAT[=FILE]",
      description =
          "Further reports: sarif, cyclonedx, junit; into the bundle, or into FILE (- is standard output).")
  private List<String> reports = List.of();

  @Override
  public Integer call() throws IOException {
    Optional<Feed> opened = feed.open();
    try {
      return call(opened);
    } finally {
      opened.ifPresent(Feed::close);
    }
  }

  private int call(Optional<Feed> opened) throws IOException {
    long start = System.nanoTime();
    Evaluator.Terms terms = terms(opened);
    List<RequestedReport> requested = RequestedReport.parse(reports);
    NamedProduct named = product.named(System.err);
    boolean live = !product.quiet && Terminal.isInteractive();
    Evaluation evaluation;
    if (live) {
      try (LiveProgress progress = new LiveProgress(System.err)) {
        evaluation = evaluate(named, terms, progress, progress::stage);
      }
    } else {
      evaluation = evaluate(named, terms, Progress.SILENT, stage -> {});
    }
    double evaluated = (System.nanoTime() - start) / 1e9;
    BundleContent content = BundleContent.of(evaluation);
    Path dir = out == null ? Path.of("assay-out", Bundle.defaultName(evaluation)) : out;
    write(evaluation, content, requested, dir, evaluated);
    if (!product.quiet && requested.stream().noneMatch(RequestedReport::toStandardOutput)) {
      TerminalSummary.write(
          Overview.of(evaluation),
          Terminal.isInteractive() ? Palette.ANSI : Palette.PLAIN,
          Terminal.width(),
          dir.toString(),
          System.out);
    }
    return evaluation.gate().decision() == Gate.Decision.REJECTED
        ? ExitStatus.REJECTED
        : ExitStatus.APPROVED;
  }

  private Evaluation evaluate(
      NamedProduct named,
      Evaluator.Terms terms,
      Progress progress,
      java.util.function.Consumer<String> stage) {
    Inspection inspection =
        Inspection.of(named.sources(), Limits.DEFAULT, product.jobs, progress, product.cache());
    return Evaluator.evaluate(named, inspection, terms, stage);
  }

  private Evaluator.Terms terms(Optional<Feed> opened) {
    try {
      Policy chosen = policy == null ? Policy.standard() : PolicyFile.read(policy);
      List<Waiver> read = waivers == null ? List.of() : WaiverFile.read(waivers);
      LocalDate day = asOf.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(asOf);
      return new Evaluator.Terms(product.profile, chosen, read, day, opened);
    } catch (BadFile e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    } catch (DateTimeParseException e) {
      throw new UsageError("--as-of is a date such as 2026-11-23, not `" + asOf + "`");
    }
  }

  private void write(
      Evaluation evaluation,
      BundleContent content,
      List<RequestedReport> requested,
      Path dir,
      double seconds)
      throws IOException {
    List<Bundle.View> inside = new ArrayList<>(List.of(Reports.named("html").orElseThrow()));
    requested.stream().filter(r -> r.file().isEmpty()).forEach(r -> inside.add(r.view()));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("finished", java.time.Instant.now().toString());
    run.put("evaluationSeconds", seconds);
    run.put("threads", product.jobs);
    run.put("java", Runtime.version().toString());
    run.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    try {
      Bundle.write(evaluation, content, run, inside, dir);
    } catch (IOException e) {
      throw new UsageError("cannot write the bundle: " + e.getMessage());
    }
    for (RequestedReport report : requested) {
      if (report.toStandardOutput()) {
        report.view().write(evaluation, content.root(), System.out);
      } else if (!report.file().isEmpty()) {
        try (OutputStream file = Files.newOutputStream(Path.of(report.file()))) {
          report.view().write(evaluation, content.root(), file);
        } catch (IOException e) {
          throw new UsageError("cannot write " + report.file() + ": " + e.getMessage());
        }
      }
    }
  }
}
