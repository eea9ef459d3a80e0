package dev.assay.inspect.sbom;

import dev.assay.inspect.tree.Node;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts what the maker lists beside what was found: one component a product. */
public final class DeclaredAndFound {
  public static final Kind<SbomComparisonFacts> SBOM_COMPARISON =
      Kind.of("sbom-comparison", SbomComparisonFacts.class, "Bill of materials against product");

  /** Package managers whose database says what is not installed as well. */
  private static final Set<String> LISTING = Set.of("deb", "apk", "rpm", "opkg");

  private static final List<String> FACTS =
      List.of("missing", "extra", "wrongVersion", "wrongHash", "unseen");

  /** Entries of one fact with evidence of their own. */
  private static final int MOST_SHOWN = 1000;

  private final List<Described> sboms;
  private final Files files;
  private final Map<String, List<Listed>> listed = new HashMap<>();
  private final List<Listed> all = new ArrayList<>();
  private final Set<Listed> found = new HashSet<>();
  private final List<FactEvidence> evidence = new ArrayList<>();
  private final Map<String, List<String>> told = new HashMap<>();

  private DeclaredAndFound(List<Described> sboms, Files files) {
    this.sboms = sboms;
    this.files = files;
    FACTS.forEach(fact -> told.put(fact, new ArrayList<>()));
    for (Described each : sboms) {
      for (Listed part : ((SbomFacts) each.facts()).components()) {
        all.add(part);
        if (!part.file()) {
          Inside.keys(part).stream()
              .filter(key -> !key.isEmpty())
              .forEach(key -> listed.computeIfAbsent(key, k -> new ArrayList<>()).add(part));
        }
      }
    }
  }

  /**
   * The comparison, if the maker gave a bill of materials.
   *
   * @param components in order of id
   */
  public static List<Described> of(List<Described> components, List<Node> nodes) {
    List<Described> sboms =
        components.stream().filter(each -> each.facts() instanceof SbomFacts).toList();
    return sboms.isEmpty()
        ? List.of()
        : List.of(new DeclaredAndFound(sboms, new Files(nodes)).compare(components));
  }

  private Described compare(List<Described> components) {
    List<Described> inside =
        components.stream().filter(each -> Inside.concerns(each.component())).toList();
    Set<String> managers = new TreeSet<>();
    for (Described each : inside) {
      compare(each);
      PackageUrl.of(each.component().purl())
          .map(PackageUrl::type)
          .filter(LISTING::contains)
          .ifPresent(managers::add);
    }
    all.forEach(part -> compare(part, managers));
    Component first = sboms.getFirst().component();
    Component component =
        Component.of(
            SBOM_COMPARISON,
            first.artifacts().getFirst(),
            "bill of materials against product",
            "",
            sboms.stream().flatMap(each -> each.component().artifacts().stream()).toList());
    return new Described(
        component,
        new SbomComparisonFacts(
            inside.size(),
            all.size(),
            List.copyOf(told.get("missing")),
            List.copyOf(told.get("extra")),
            List.copyOf(told.get("wrongVersion")),
            List.copyOf(told.get("wrongHash")),
            List.copyOf(told.get("unseen"))),
        evidence(inside.size()),
        unknown(),
        SbomInspector.inert());
  }

  private void compare(Described described) {
    Inside inside = Inside.of(described.component());
    List<Listed> naming =
        inside.keys().stream()
            .flatMap(key -> listed.getOrDefault(key, List.of()).stream())
            .filter(inside::isNamedBy)
            .distinct()
            .toList();
    found.addAll(naming);
    String what = (inside.component().name() + " " + inside.component().version()).strip();
    Evidence seen =
        described.evidence().stream()
            .filter(each -> each.fact().equals("name") || each.fact().equals("version"))
            .map(FactEvidence::evidence)
            .findFirst()
            .orElseGet(() -> Evidence.whole(inside.component().artifacts().getFirst(), what));
    boolean told =
        !inside.component().version().isEmpty() && !described.unknown().containsKey("version");
    if (naming.isEmpty()) {
      say("missing", what, seen);
    } else if (told
        && naming.stream().noneMatch(each -> each.version().isEmpty() || inside.isVersion(each))) {
      say(
          "wrongVersion",
          what
              + " is listed as "
              + naming.getFirst().version()
              + " ("
              + naming.getFirst().place()
              + ")",
          seen);
    }
  }

  private void compare(Listed part, Set<String> managers) {
    if (part.file() && part.path().isEmpty()) {
      return;
    }
    if (!part.sha256().isEmpty() && !part.path().isEmpty()) {
      Set<String> digests = files.digests(part.path());
      if (!digests.isEmpty() && !digests.contains(part.sha256())) {
        say("wrongHash", part.told() + " (" + part.place() + ")", files.evidence(part.path()));
      }
    }
    boolean packaged =
        PackageUrl.of(part.purl()).filter(url -> managers.contains(url.type())).isPresent();
    // A file of a package's name is not the package.
    boolean there =
        found.contains(part)
            || files.hasContent(part.sha256())
            || !packaged && files.has(part.path())
            || !packaged && !part.file() && files.hasName(part.name());
    if (there) {
      return;
    }
    boolean ruledOut = packaged || part.file() && part.path().contains("/");
    String document = sboms.getFirst().component().artifacts().getFirst();
    say(
        ruledOut ? "extra" : "unseen",
        part.told() + " (" + part.place() + ")",
        Evidence.whole(document, part.place() + ": " + part.told()));
  }

  private void say(String fact, String what, Evidence seen) {
    List<String> entries = told.getOrDefault(fact, new ArrayList<>());
    if (entries.size() < MOST_SHOWN) {
      evidence.add(new FactEvidence(fact + "[" + entries.size() + "]", seen));
    }
    entries.add(what);
  }

  private List<FactEvidence> evidence(int inside) {
    String summary = all.size() + " components listed, " + inside + " found";
    Stream<FactEvidence> whole =
        FACTS.stream()
            .flatMap(
                fact ->
                    sboms.stream()
                        .map(
                            each ->
                                new FactEvidence(
                                    fact,
                                    Evidence.whole(
                                        each.component().artifacts().getFirst(), summary))));
    return Stream.concat(whole, evidence.stream()).toList();
  }

  /** A document that cannot be read, or not wholly, may list what is missed. */
  private Map<String, String> unknown() {
    Map<String, String> unknown = new HashMap<>();
    for (Described each : sboms) {
      SbomFacts facts = (SbomFacts) each.facts();
      each.unknown().values().stream()
          .findFirst()
          .ifPresent(why -> FACTS.forEach(fact -> unknown.put(fact, why)));
      if (facts.refusals() > 0) {
        String why =
            facts.refusals() + " records of " + each.component().name() + " cannot be understood";
        Stream.of("missing", "wrongVersion")
            .filter(fact -> !told.getOrDefault(fact, List.of()).isEmpty())
            .forEach(fact -> unknown.putIfAbsent(fact, why));
      }
    }
    return unknown;
  }
}
