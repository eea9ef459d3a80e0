package dev.assay.inspect.ecosystem;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.packages.Owned;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes components of the packages of one ecosystem or sort of metadata: one for each version of a
 * package in a root, with all its places. What a package of the distribution owns belongs to that.
 */
public final class DependencyInspector implements Inspector {
  public static final Kind<DependencyFacts> KIND =
      Kind.of(
          "dependency",
          DependencyFacts.class,
          "Package of a language ecosystem, or one that a program names itself");

  /** Components of one ecosystem in one root; places shown of one. */
  private static final int MAX_COMPONENTS = 20_000;

  private static final int MAX_PLACES = 50;

  /** Versions of one package that are held against each other; newer ones of which one is shown. */
  private static final int MAX_VERSIONS = 300;

  private static final int MAX_NEWER = 5;
  private static final int MAX_NAME = 400;

  private final DependencyReader reader;

  public DependencyInspector(DependencyReader reader) {
    this.reader = reader;
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(reader.reads());
    reads.addAll(new PackageInspector().reads());
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    List<Dependency> read = reader.read(root, findings::problem);
    List<Dependency> all = read.stream().filter(DependencyInspector::isSensible).toList();
    read.stream()
        .filter(DependencyInspector::isTooLong)
        .findFirst()
        .ifPresent(
            each ->
                findings.more(
                    KIND,
                    each.where().path(),
                    "names or versions are longer than " + MAX_NAME + " characters"));
    if (all.isEmpty()) {
      return;
    }
    Owned owned = Owned.of(root);
    Map<String, List<Dependency>> byPurl = new TreeMap<>();
    Map<String, SortedMap<String, Dependency>> versions = new TreeMap<>();
    for (Dependency each : all) {
      if (!owned.owns(archive(each.where().inRoot()))) {
        byPurl.computeIfAbsent(each.purl(), k -> new ArrayList<>()).add(each);
        versions
            .computeIfAbsent(each.fullName(), k -> new TreeMap<>())
            .putIfAbsent(each.version(), each);
      }
    }
    byPurl.values().stream()
        .skip(MAX_COMPONENTS)
        .findFirst()
        .ifPresent(
            places ->
                findings.more(
                    KIND,
                    places.getFirst().where().path(),
                    "more than " + MAX_COMPONENTS + " dependencies"));
    byPurl.values().stream()
        .limit(MAX_COMPONENTS)
        .forEach(
            places -> {
              String name = places.getFirst().fullName();
              SortedMap<String, Dependency> same =
                  versions.getOrDefault(name, Collections.emptySortedMap());
              describe(root, places, same, findings);
            });
  }

  /** That of the reader, which tells the inspectors apart. */
  @Override
  public String name() {
    return reader.getClass().getName();
  }

  private static boolean isSensible(Dependency each) {
    return !each.name().isBlank() && !isTooLong(each);
  }

  private static boolean isTooLong(Dependency each) {
    return each.fullName().length() > MAX_NAME || each.version().length() > MAX_NAME;
  }

  /** A member of an archive belongs to the package that has the archive. */
  private static String archive(String path) {
    int inside = path.indexOf("!/");
    return inside < 0 ? path : path.substring(0, inside);
  }

  private static void describe(
      Root root,
      List<Dependency> places,
      SortedMap<String, Dependency> versions,
      Findings findings) {
    Dependency first = places.getFirst();
    String where = root.path() + "#" + first.purl().substring("pkg:".length());
    Draft draft =
        findings
            .component(KIND, where, first.fullName())
            .version(first.version())
            .purl(first.purl())
            .cpe(Cpes.of(first))
            .signs(signs());
    for (Dependency each : places.subList(0, Math.min(places.size(), MAX_PLACES))) {
      draft.artifact(each.where());
      for (String fact : List.of("name", "version", "license", "otherVersions", "newerVersions")) {
        draft.seen(fact, each.evidence());
      }
    }
    List<String> known = versions.keySet().stream().limit(MAX_VERSIONS).toList();
    if (known.size() < versions.size()) {
      draft.unknown("newerVersions", "more than " + MAX_VERSIONS + " versions of it are there");
    }
    List<String> newer = Succession.of(first.type(), first.version(), known);
    for (String each : newer.subList(0, Math.min(newer.size(), MAX_NEWER))) {
      Optional.ofNullable(versions.get(each))
          .ifPresent(found -> draft.seen("newerVersions", found.evidence()));
    }
    if (first.version().isEmpty()) {
      draft.unknown("version", first.where().inRoot() + " does not tell it");
    }
    draft.facts(
        new DependencyFacts(
            first.type(),
            first.fullName(),
            first.version(),
            places.stream()
                .map(Dependency::license)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse(""),
            first.declaredBy(),
            known.stream().filter(v -> !v.isEmpty() && !v.equals(first.version())).toList(),
            newer));
  }

  private static RiskSigns signs() {
    return RiskSigns.UNKNOWN
        .withSurface(0, 1, "a part of programs")
        .withMemoryUnsafe(false, "counted at its programs")
        .withParsesInput(true, "what it parses is not known")
        .withExposure(RiskSigns.Exposure.NONE, "counted at its programs")
        .withPrivilege(RiskSigns.Privilege.USER, "counted at its programs");
  }
}
