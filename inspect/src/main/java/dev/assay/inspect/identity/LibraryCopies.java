package dev.assay.inspect.identity;

import dev.assay.inspect.elf.ElfContent;
import dev.assay.inspect.match.Hit;
import dev.assay.inspect.tree.Node;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts the copies of libraries across all roots of a product, by the traces of their parts. */
public final class LibraryCopies {
  public static final Kind<LibraryCopiesFacts> KIND =
      Kind.of("library-copies", LibraryCopiesFacts.class, "Copies of a library");

  /** Places of one library. */
  private static final int MAX_PLACES = 2_000;

  private static final String STATIC_MEMBER = ".a!/";

  private final LibraryParts parts = LibraryParts.standard();
  private final Products products = Products.standard();

  /** By library, then path. */
  private final Map<String, Map<String, Traces>> found = new TreeMap<>();

  /** Paths with a part of any library. */
  private final Set<String> holding = new HashSet<>();

  /** What one file holds of one library. */
  private static final class Traces {
    private final TreeSet<String> parts = new TreeSet<>();
    private String version = "";
    private String machine = "";
    private Evidence seen = Evidence.whole("", "");
  }

  private LibraryCopies() {}

  /** One component for each library of which there is a trace. */
  public static List<Described> of(List<Node> nodes) {
    LibraryCopies copies = new LibraryCopies();
    nodes.forEach(copies::addParts);
    nodes.forEach(copies::addVersions);
    return copies.found.entrySet().stream()
        .map(each -> copies.described(each.getKey(), each.getValue()))
        .toList();
  }

  private void addParts(Node node) {
    for (Hit hit : node.analysis().hits()) {
      parts.get(hit.signature()).ifPresent(each -> add(node, hit, each));
    }
  }

  /** Of a static library, the object that tells the version may hold no part. */
  private void addVersions(Node node) {
    if (!node.analysis().hits().isEmpty() && holding.contains(place(node))) {
      Recognition.of(node, products)
          .forEach(each -> version(node, each.signature().product(), each.version()));
    }
  }

  private void add(Node node, Hit hit, LibraryPart part) {
    Traces traces =
        found
            .computeIfAbsent(part.library(), k -> new TreeMap<>())
            .computeIfAbsent(place(node), k -> new Traces());
    if (traces.parts.isEmpty()) {
      traces.seen = node.at(hit.offset(), hit.excerpt());
    }
    holding.add(place(node));
    traces.parts.add(part.part());
    traces.machine = told(traces.machine, machine(node));
    traces.version = told(traces.version, part.version(hit.excerpt()));
  }

  /** The banner of the product tells the version of the library's parts beside it. */
  private void version(Node node, String product, String version) {
    found.forEach(
        (library, places) -> {
          Traces traces = places.get(place(node));
          if (traces != null && parts.isOf(library, product)) {
            traces.version = told(traces.version, version);
          }
        });
  }

  private static String machine(Node node) {
    return node.facts(ElfContent.class).map(content -> content.facts().machine()).orElse("");
  }

  private static String told(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** A static library is one place, however many objects it has. */
  private static String place(Node node) {
    int member = node.path().indexOf(STATIC_MEMBER);
    return member < 0 ? node.path() : node.path().substring(0, member + 2);
  }

  private Described described(String library, Map<String, Traces> traces) {
    List<LibraryPlace> places = new ArrayList<>();
    List<FactEvidence> evidence = new ArrayList<>();
    traces.forEach(
        (path, each) -> {
          String extent = extent(library, each.parts);
          if (places.size() < MAX_PLACES) {
            evidence.add(new FactEvidence("places[" + places.size() + "]", each.seen));
            for (String fact : List.of("versions", extent)) {
              evidence.add(new FactEvidence(fact, each.seen));
            }
            if (extent.equals("full")) {
              evidence.add(new FactEvidence("fullForOneMachine", each.seen));
            }
          }
          places.add(
              new LibraryPlace(
                  path,
                  extent,
                  each.machine,
                  each.version,
                  List.copyOf(each.parts),
                  parts.count(library)));
        });
    List<LibraryPlace> shown = places.subList(0, Math.min(places.size(), MAX_PLACES));
    Set<String> versions = new TreeSet<>();
    traces.values().stream()
        .map(each -> each.version)
        .filter(v -> !v.isEmpty())
        .forEach(versions::add);
    return new Described(
        Component.of(
            KIND,
            traces.keySet().iterator().next() + "#" + library,
            library,
            versions.size() == 1 ? versions.iterator().next() : "",
            shown.stream().map(LibraryPlace::path).toList()),
        new LibraryCopiesFacts(
            library,
            List.copyOf(versions),
            count(places, "full"),
            fullForOneMachine(places),
            count(places, "partial"),
            count(places, "fragments"),
            List.copyOf(shown)),
        evidence,
        Map.of(),
        inert());
  }

  /** The fact that counts files with so many parts. */
  private String extent(String library, Collection<String> held) {
    int all = parts.count(library);
    return held.size() * 4 >= all * 3 ? "full" : held.size() * 4 >= all ? "partial" : "fragments";
  }

  private static int count(List<LibraryPlace> places, String extent) {
    return (int) places.stream().filter(each -> each.extent().equals(extent)).count();
  }

  private static int fullForOneMachine(List<LibraryPlace> places) {
    return places.stream()
        .filter(each -> each.extent().equals("full"))
        .collect(Collectors.groupingBy(LibraryPlace::machine, Collectors.counting()))
        .values()
        .stream()
        .mapToInt(Long::intValue)
        .max()
        .orElse(0);
  }

  private static RiskSigns inert() {
    return RiskSigns.UNKNOWN
        .withSurface(0, 0, "counted at its programs")
        .withMemoryUnsafe(false, "counted at its programs")
        .withParsesInput(false, "counted at its programs")
        .withExposure(RiskSigns.Exposure.NONE, "counted at its programs")
        .withPrivilege(RiskSigns.Privilege.USER, "counted at its programs");
  }
}
