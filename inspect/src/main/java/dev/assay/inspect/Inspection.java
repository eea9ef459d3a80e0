package dev.assay.inspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.assay.inspect.cache.Packs;
import dev.assay.inspect.elf.ProgramCode;
import dev.assay.inspect.identity.LeftToPackages;
import dev.assay.inspect.identity.LibraryCopies;
import dev.assay.inspect.identity.LibraryParts;
import dev.assay.inspect.identity.Products;
import dev.assay.inspect.match.Signatures;
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
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import dev.assay.model.Product;
import java.lang.reflect.RecordComponent;
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

  /** Reads the sources with all inspectors, and remembers nothing. */
  public static Inspection of(List<Source> sources, Limits limits, int threads, Progress progress) {
    return of(sources, limits, threads, progress, Optional.empty());
  }

  /**
   * Reads the sources with all inspectors.
   *
   * @param cache what earlier runs learnt; the result does not depend on it
   */
  public static Inspection of(
      List<Source> sources, Limits limits, int threads, Progress progress, Optional<Cache> cache) {
    List<ContentInspector<?>> inspectors = Inspectors.ofContent();
    Signatures signatures = LookedFor.IN_CONTENTS;
    List<String> reads = LookedFor.IN_ROOTS;
    Remembered remembered =
        cache
            .map(
                c ->
                    Remembered.in(
                        Packs.open(c.folder(), Revision.of(inspectors, signatures, reads, limits)),
                        inspectors,
                        c.now()))
            .orElseGet(Remembered::nothing);
    Scanner.Setup setup =
        new Scanner.Setup(
            inspectors, signatures::look, reads, limits, threads, progress, remembered);
    try (ForkJoinPool workers = new ForkJoinPool(threads)) {
      return of(Scanner.scan(sources, setup), workers);
    }
  }

  /** The same for all inspections. */
  private static final class LookedFor {
    static final Signatures IN_CONTENTS =
        Signatures.standard()
            .and(Products.standard().signatures())
            .and(LibraryParts.standard().signatures())
            .with(
                Inspectors.ofContent().stream()
                    .flatMap(inspector -> inspector.markers().stream())
                    .distinct()
                    .toList());

    /** Patterns of the files that root inspectors read. */
    static final List<String> IN_ROOTS =
        Inspectors.ofRoots().stream()
            .flatMap(inspector -> inspector.reads().stream())
            .distinct()
            .toList();
  }

  private static Inspection of(Scanned scanned, ForkJoinPool workers) {
    List<ForkJoinTask<Gathered>> tasks = new ArrayList<>();
    for (Root root : scanned.roots()) {
      for (Inspector inspector : Inspectors.ofRoots()) {
        tasks.add(workers.submit(() -> inspect(root, inspector)));
      }
    }
    Gathered all = new Gathered();
    tasks.forEach(task -> all.addAll(task.join()));
    List<Described> components =
        new ArrayList<>(LeftToPackages.without(all.components(), scanned.roots()));
    Comparator<Described> byId = Comparator.comparing(each -> each.component().id());
    components.sort(byId);
    components.addAll(DeclaredAndObserved.of(components));
    components.addAll(DeclaredAndFound.of(components, scanned.nodes()));
    components.addAll(LibraryCopies.of(scanned.nodes()));
    components.sort(byId);
    List<Artifact> artifacts = artifacts(scanned.nodes(), all.unread());
    Map<String, String> cut = cut(scanned.nodes());
    components.replaceAll(each -> cut.isEmpty() ? each : doubted(each, cut));
    return new Inspection(
        scanned.images(), artifacts, List.copyOf(components), ProgramCode.of(scanned.nodes()));
  }

  /** Files of which inspectors saw the start only, with the reason. */
  private static Map<String, String> cut(List<Node> nodes) {
    Map<String, String> cut = new HashMap<>();
    for (Node node : nodes) {
      node.problems().stream()
          .filter(problem -> problem.code().equals("limit.kept"))
          .forEach(problem -> cut.put(node.path(), node.path() + " has " + problem.message()));
    }
    return cut;
  }

  /**
   * What a whole file was to tell is unknown where only its start was seen. An element found in the
   * start, such as a package of a list, stays.
   */
  private static Described doubted(Described described, Map<String, String> cut) {
    Component component = described.component();
    String where = component.id().substring(component.kind().length() + 1);
    Optional<String> why =
        where.contains("#")
            ? Optional.ofNullable(cut.get(where))
            : component.artifacts().stream().filter(cut::containsKey).map(cut::get).findFirst();
    if (why.isEmpty() || component.kind().equals("opaque")) {
      return described;
    }
    Map<String, String> unknown = new HashMap<>(described.unknown());
    for (RecordComponent fact : described.facts().getClass().getRecordComponents()) {
      unknown.put(fact.getName(), why.get());
    }
    return new Described(
        component, described.facts(), described.evidence(), unknown, described.signs());
  }

  private static Gathered inspect(Root root, Inspector inspector) {
    Gathered gathered = Gathered.by(inspector, root);
    for (Gathered.Unread each : gathered.unread()) {
      OpaqueInspector.unread(root, each.file(), each.problem(), gathered);
    }
    return gathered;
  }

  private static List<Artifact> artifacts(List<Node> nodes, List<Gathered.Unread> unread) {
    Map<String, List<Problem>> more =
        unread.stream()
            .collect(
                groupingBy(
                    each -> each.file().path(), mapping(Gathered.Unread::problem, toList())));
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
