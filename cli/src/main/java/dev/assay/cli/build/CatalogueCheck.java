package dev.assay.cli.build;

import dev.assay.assess.calendar.Calendar;
import dev.assay.assess.flaw.KnownFlaws;
import dev.assay.catalogue.control.Control;
import dev.assay.catalogue.control.ControlFile;
import dev.assay.catalogue.control.ControlProduct;
import dev.assay.catalogue.control.ControlRunner;
import dev.assay.catalogue.control.Proof;
import dev.assay.catalogue.forge.Forge;
import dev.assay.catalogue.forge.Forges;
import dev.assay.catalogue.mutation.MutationRun;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Sources;
import dev.assay.formats.Bytes;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The case files, compiled, and all controls of every case run through the whole inspection.
 *
 * @param proofs one for each case
 */
public record CatalogueCheck(Sources sources, List<Proof> proofs) {
  /**
   * @param only stems of the case files to check; empty for all
   */
  public static CatalogueCheck of(CatalogueFiles files, Set<String> only) throws IOException {
    Sources sources = sources(files, only);
    return new CatalogueCheck(sources, run(controls -> controls.check(sources.definitions())));
  }

  /**
   * Mutates the oracles of case files.
   *
   * @param only stems of the case files; empty for all
   */
  public static MutationRun mutated(CatalogueFiles files, Set<String> only) throws IOException {
    Sources sources = sources(files, only);
    return run(controls -> MutationRun.of(controls, sources.definitions()));
  }

  /** Runs controls on all processors; each worker inspects controls of its own. */
  private static <T> T run(Function<ControlRunner, T> work) throws IOException {
    try (ControlFeed small = ControlFeed.open();
        ForkJoinPool workers = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
      KnownFlaws known = KnownFlaws.of(small.feed());
      ControlRunner controls =
          new ControlRunner(new ControlProduct(Forges.all()), tar -> inspect(tar, known, workers));
      return workers.submit(() -> work.apply(controls)).join();
    }
  }

  /** One archive with the files of many controls, of which the first of a path counts. */
  public static byte[] sample(CatalogueFiles files) throws IOException {
    Map<String, ControlFile> all = new TreeMap<>();
    for (var definition : sources(files, Set.of()).definitions()) {
      for (var control : definition.fails()) {
        control.files().forEach(file -> all.putIfAbsent(file.path(), file));
      }
    }
    return new ControlProduct(Forges.all()).tar(new Control(List.copyOf(all.values())));
  }

  public boolean passed() {
    return unproven().isEmpty() && sources.mistakes().isEmpty();
  }

  public List<Proof> unproven() {
    return proofs.stream().filter(proof -> !proof.proven()).toList();
  }

  /** {@code 312 test cases on 90 engines, 312 proven, 0 unproven, 0 mistakes}. */
  public String summary() {
    int unproven = unproven().size();
    return proofs.size()
        + " test cases on "
        + engines()
        + " engines, "
        + (proofs.size() - unproven)
        + " proven, "
        + unproven
        + " unproven, "
        + sources.mistakes().size()
        + " mistakes";
  }

  /** Oracles that differ in more than the row of a table. */
  private long engines() {
    return sources.definitions().stream()
        .map(Definition::meta)
        .map(test -> test.family().isEmpty() ? test.id() : test.family())
        .distinct()
        .count();
  }

  /** Why a case is not proven, a line for each control. */
  public static String told(Proof proof) {
    return proof.faults().stream()
        .map(
            fault ->
                proof.file()
                    + ":"
                    + proof.line()
                    + ": "
                    + proof.test()
                    + ": control `"
                    + fault.control()
                    + "` "
                    + fault.why())
        .collect(Collectors.joining("\n"));
  }

  private static Sources sources(CatalogueFiles files, Set<String> only) throws IOException {
    Set<String> forges = new HashSet<>();
    Forges.all().stream().map(Forge::name).forEach(forges::add);
    return only.isEmpty()
        ? Sources.read(files, Kinds.all(), forges)
        : Sources.read(files, Kinds.all(), forges, only::contains);
  }

  /** The day on which controls are judged, so that they prove the same on every other. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** The components of a control, and what a feed and the calendar add. */
  static List<Described> inspect(byte[] tar, KnownFlaws known, ForkJoinPool workers) {
    List<Described> found =
        Inspection.of(
                List.of(new Source.InMemory("control.tar", Bytes.of(tar))),
                Limits.DEFAULT,
                workers,
                Progress.SILENT)
            .components();
    Stream<Described> late =
        Stream.concat(known.beside(found).stream(), Calendar.on(DAY, found).beside(found));
    return Stream.concat(found.stream(), late).toList();
  }
}
