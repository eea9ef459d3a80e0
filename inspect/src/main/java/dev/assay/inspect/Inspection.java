package dev.assay.inspect;

import dev.assay.inspect.cache.Packs;
import dev.assay.inspect.match.Signatures;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Remembered;
import dev.assay.inspect.scan.Scanned;
import dev.assay.inspect.scan.Scanner;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Artifact;
import dev.assay.model.Described;
import dev.assay.model.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * A product with everything found in it: the first half of an evaluation.
 *
 * @param artifacts in order of path
 * @param components in order of id
 */
public record Inspection(
    List<Product.Image> images, List<Artifact> artifacts, List<Described> components) {

  /** Reads the sources with all inspectors, and remembers nothing. */
  public static Inspection of(List<Source> sources, Limits limits, int threads, Progress progress) {
    return of(sources, limits, threads, progress, Optional.empty());
  }

  /**
   * Reads the sources with all inspectors.
   *
   * @param cache folder in which what is learnt of contents is kept for later runs
   */
  public static Inspection of(
      List<Source> sources, Limits limits, int threads, Progress progress, Optional<Path> cache) {
    List<ContentInspector<?>> inspectors = Inspectors.ofContent();
    Signatures signatures = Signatures.standard();
    List<String> reads =
        Inspectors.ofRoots().stream().flatMap(i -> i.reads().stream()).distinct().toList();
    List<String> markers =
        inspectors.stream().flatMap(i -> i.markers().stream()).distinct().toList();
    Remembered remembered =
        cache
            .map(folder -> Packs.open(folder, Revision.of(inspectors, signatures, reads, limits)))
            .map(packs -> Remembered.in(packs, inspectors))
            .orElseGet(Remembered::nothing);
    Scanner.Setup setup =
        new Scanner.Setup(
            inspectors,
            signatures.with(markers)::look,
            reads,
            limits,
            threads,
            progress,
            remembered);
    try (ForkJoinPool workers = new ForkJoinPool(threads)) {
      return of(Scanner.scan(sources, setup), workers);
    }
  }

  private static Inspection of(Scanned scanned, ForkJoinPool workers) {
    List<ForkJoinTask<List<Described>>> tasks = new ArrayList<>();
    for (Root root : scanned.roots()) {
      for (Inspector inspector : Inspectors.ofRoots()) {
        tasks.add(workers.submit(() -> inspect(root, inspector)));
      }
    }
    List<Described> components = new ArrayList<>();
    tasks.forEach(task -> components.addAll(task.join()));
    components.sort(Comparator.comparing(described -> described.component().id()));
    List<Artifact> artifacts = scanned.nodes().stream().map(Inspection::artifact).toList();
    return new Inspection(scanned.images(), artifacts, List.copyOf(components));
  }

  private static List<Described> inspect(Root root, Inspector inspector) {
    List<Described> found = new ArrayList<>();
    inspector.inspect(root, found::add);
    return found;
  }

  private static Artifact artifact(Node node) {
    return new Artifact(
        node.path(),
        node.sha256(),
        node.size(),
        node.type(),
        node.mode(),
        node.owner(),
        node.link(),
        node.problems());
  }
}
