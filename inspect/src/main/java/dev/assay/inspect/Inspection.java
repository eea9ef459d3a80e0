package dev.assay.inspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.assay.inspect.cache.Packs;
import dev.assay.inspect.elf.ProgramCode;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.identity.LeftToPackages;
import dev.assay.inspect.identity.LibraryCopies;
import dev.assay.inspect.kernel.KernelInspector;
import dev.assay.inspect.kernel.KernelParts;
import dev.assay.inspect.opaque.OpaqueInspector;
import dev.assay.inspect.privacy.DeclaredAndObserved;
import dev.assay.inspect.sbom.DeclaredAndFound;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Remembered;
import dev.assay.inspect.scan.Scanned;
import dev.assay.inspect.scan.Scanner;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Artifact;
import dev.assay.model.Code;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import dev.assay.model.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;

/**
 * A product with everything found in it: the first half of an evaluation.
 *
 * @param artifacts in order of path
 * @param components in order of id
 * @param code of its programs and libraries
 */
public record Inspection(
    List<Product.Image> images,
    List<Artifact> artifacts,
    List<Described> components,
    List<Code> code) {

  /** Reads the sources with all inspectors, remembers nothing and ends where a reader fails. */
  public static Inspection of(List<Source> sources, Limits limits, int threads, Progress progress) {
    return of(sources, Readers.all(Faults.END), limits, threads, progress, Optional.empty());
  }

  /** The same by workers that others may share: for many small products. */
  public static Inspection of(
      List<Source> sources, Limits limits, ForkJoinPool workers, Progress progress) {
    return of(sources, Readers.all(Faults.END), limits, workers, progress);
  }

  /** The same with some inspectors. */
  static Inspection of(
      List<Source> sources,
      Readers readers,
      Limits limits,
      ForkJoinPool workers,
      Progress progress) {
    return of(sources, readers, limits, workers, progress, Optional.empty());
  }

  /**
   * Reads the sources with all inspectors; a reader that fails costs only what it was to tell.
   *
   * @param cache what earlier runs learnt; the result does not depend on it
   */
  public static Inspection of(
      List<Source> sources, Limits limits, int threads, Progress progress, Optional<Cache> cache) {
    return of(sources, Readers.all(Faults.REPORT), limits, threads, progress, cache);
  }

  /**
   * Reads the sources.
   *
   * @param cache what earlier runs learnt; the result does not depend on it
   */
  public static Inspection of(
      List<Source> sources,
      Readers readers,
      Limits limits,
      int threads,
      Progress progress,
      Optional<Cache> cache) {
    try (ForkJoinPool workers = new ForkJoinPool(threads)) {
      return of(sources, readers, limits, workers, progress, cache);
    }
  }

  private static Inspection of(
      List<Source> sources,
      Readers readers,
      Limits limits,
      ForkJoinPool workers,
      Progress progress,
      Optional<Cache> cache) {
    List<ContentInspector<?>> inspectors = readers.contents();
    LookedFor wanted = LookedFor.by(readers);
    Remembered remembered =
        cache
            .map(
                c ->
                    Remembered.in(
                        Packs.open(
                            c.folder(),
                            Revision.of(inspectors, wanted.inContents(), wanted.inRoots(), limits)),
                        inspectors,
                        c.now()))
            .orElseGet(Remembered::nothing);
    Scanner.Setup setup =
        new Scanner.Setup(
            inspectors,
            bytes -> wanted.inContents().look(bytes),
            wanted.interest(),
            limits,
            workers,
            progress,
            remembered,
            readers.faults());
    return of(Scanner.scan(sources, setup), readers, workers);
  }

  /**
   * With what else was met in it.
   *
   * @param problems by path of the artifact
   */
  public Inspection with(Map<String, Problem> problems) {
    return new Inspection(
        images,
        artifacts.stream()
            .map(
                artifact ->
                    problems.containsKey(artifact.path())
                        ? artifact.with(problems.get(artifact.path()))
                        : artifact)
            .toList(),
        components,
        code);
  }

  private static Inspection of(Scanned scanned, Readers readers, ForkJoinPool workers) {
    List<ForkJoinTask<Answer>> tasks = new ArrayList<>();
    for (Root root : scanned.roots()) {
      for (Inspector inspector : readers.roots()) {
        tasks.add(workers.submit(() -> inspect(root, inspector, readers.faults())));
      }
    }
    Gathered all = new Gathered();
    List<Node> nodes = scanned.nodes();
    Failures failures = new Failures(readers.faults(), nodes);
    for (ForkJoinTask<Answer> task : tasks) {
      Answer answer = task.join();
      all.addAll(answer.found());
      answer.failure().ifPresent(failures::add);
    }
    CutShort.tell(scanned.roots(), all);
    String product = scanned.images().isEmpty() ? "" : scanned.images().getFirst().name();
    List<Described> parts = all.components();
    List<Described> found =
        failures.ask(
            KernelParts.class,
            List.of(KernelInspector.KIND),
            product,
            parts,
            () -> KernelParts.joined(parts));
    List<Described> components =
        new ArrayList<>(
            failures.ask(
                LeftToPackages.class,
                List.of(),
                product,
                found,
                () -> LeftToPackages.without(found, scanned.roots())));
    Comparator<Described> byId = Comparator.comparing(each -> each.component().id());
    components.sort(byId);
    components.addAll(
        failures.ask(
            DeclaredAndObserved.class,
            List.of(DeclaredAndObserved.APP_PRIVACY),
            product,
            List.of(),
            () -> DeclaredAndObserved.of(components)));
    components.addAll(
        failures.ask(
            DeclaredAndFound.class,
            List.of(DeclaredAndFound.SBOM_COMPARISON),
            product,
            List.of(),
            () -> DeclaredAndFound.of(components, nodes)));
    components.addAll(
        failures.ask(
            LibraryCopies.class,
            List.of(LibraryCopies.KIND),
            product,
            List.of(),
            () -> LibraryCopies.of(nodes)));
    List<Described> certain = new CutShort(nodes, scanned.roots()).doubted(components);
    List<Code> code =
        failures.ask(ProgramCode.class, List.of(), product, List.of(), () -> ProgramCode.of(nodes));
    List<Described> described = new ArrayList<>(certain);
    described.addAll(failures.unexamined());
    described.sort(byId);
    return new Inspection(
        scanned.images(),
        artifacts(nodes, all.unread(), failures.problems()),
        List.copyOf(described),
        code);
  }

  /** What an inspector found in a root, and that it failed, if it did. */
  private record Answer(Gathered found, Optional<Failures.Failure> failure) {}

  private static Answer inspect(Root root, Inspector inspector, Faults faults) {
    Gathered gathered = new Gathered();
    List<Failures.Failure> failure = new ArrayList<>();
    faults.ask(
        inspector.name(),
        problem ->
            failure.add(
                new Failures.Failure(inspector.name(), inspector.kinds(), root.path(), problem)),
        () -> {
          inspector.inspect(root, gathered);
          for (Gathered.Unread each : gathered.unread()) {
            OpaqueInspector.unread(root, each.file(), each.problem(), gathered);
          }
        });
    return new Answer(gathered, failure.stream().findFirst());
  }

  private static List<Artifact> artifacts(
      List<Node> nodes, List<Gathered.Unread> unread, Map<String, List<Problem>> faults) {
    Map<String, List<Problem>> more = new HashMap<>(faults);
    unread.stream()
        .collect(
            groupingBy(each -> each.file().path(), mapping(Gathered.Unread::problem, toList())))
        .forEach(
            (path, problems) ->
                more.merge(
                    path, problems, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    return nodes.stream()
        .map(node -> artifact(node, more.getOrDefault(node.path(), List.of())))
        .toList();
  }

  private static Artifact artifact(Node node, List<Problem> more) {
    return new Artifact(
        node.path(),
        node.sha256(),
        node.size(),
        node.type(),
        node.mode(),
        node.owner(),
        node.link(),
        more.isEmpty()
            ? node.problems()
            : Stream.concat(node.problems().stream(), more.stream()).sorted().distinct().toList());
  }
}
