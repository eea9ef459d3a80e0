package dev.assay.inspect.script;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.Sighting;
import dev.assay.inspect.packages.FileUrl;
import dev.assay.inspect.packages.Owned;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.script.ScriptContent.Place;
import dev.assay.inspect.script.ScriptContent.Unseen;
import dev.assay.inspect.secrets.Purpose;
import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Privilege;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Scripts, and modules in scripting languages, as components. */
public final class ScriptInspector implements Inspector {
  public static final Kind<ScriptFacts> KIND =
      Kind.of("script", ScriptFacts.class, "Code in a scripting language");

  private static final int MAX_COMPONENTS = 20_000;
  private static final int MAX_ARTIFACTS = 50;

  private record Part(Node node, Language language, ScriptContent content) {}

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return new PackageInspector().reads();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    TreeMap<String, List<Part>> parts = new TreeMap<>();
    TreeMap<String, Unit> units = new TreeMap<>();
    for (Node node : root.nodes()) {
      part(node)
          .ifPresent(
              part -> {
                Unit unit =
                    Unit.of(node, part.language(), part.content().interpreter(), Owned.of(root));
                units.merge(unit.where(), unit, Unit::and);
                parts.computeIfAbsent(unit.where(), k -> new ArrayList<>()).add(part);
              });
    }
    units.values().stream()
        .skip(MAX_COMPONENTS)
        .flatMap(unit -> parts.getOrDefault(unit.where(), List.of()).stream())
        .findFirst()
        .ifPresent(
            part ->
                findings.more(
                    KIND, part.node().path(), "more than " + MAX_COMPONENTS + " scripts"));
    units.values().stream()
        .limit(MAX_COMPONENTS)
        .forEach(
            unit -> describe(root, unit, parts.getOrDefault(unit.where(), List.of()), findings));
  }

  private static Optional<Part> part(Node node) {
    return node.facts(ScriptContent.class)
        .flatMap(
            content ->
                content.languages().stream()
                    .flatMap(word -> Language.named(word).stream())
                    .filter(each -> !content.interpreter().isEmpty() || each.names(node.name()))
                    .findFirst()
                    .map(language -> new Part(node, language, content)));
  }

  private static void describe(Root root, Unit unit, List<Part> parts, Findings findings) {
    Part first = parts.getFirst();
    boolean single = !first.content().interpreter().isEmpty();
    Draft draft = findings.component(KIND, where(root, unit, first.node()), unit.name());
    if (single) {
      draft.purl(FileUrl.of(root, first.node()));
    } else {
      draft.purl(FileUrl.ofFolder(root, first.node(), unit.path()));
      parts.stream().limit(MAX_ARTIFACTS).forEach(part -> draft.artifact(part.node()));
    }
    List<List<Sighting>> finds = finds(parts);
    Map<Family, String> tooLong = tooLong(parts, finds);
    Unfollowed.of(
            family -> !finds.get(family.ordinal()).isEmpty(),
            family -> !finds.get(family.ordinal()).isEmpty() || tooLong.containsKey(family))
        .forEach(
            (fact, why) -> {
              draft.unknown(fact, why);
              first(finds, Family.CARRIED_ON)
                  .or(() -> first(finds, Family.OPTIONS_ELSEWHERE))
                  .ifPresent(find -> draft.seen(fact, find.where()));
            });
    for (Family family : Family.FACTS) {
      List<Sighting> found = finds.get(family.ordinal());
      for (int i = 0; i < found.size(); i++) {
        draft.seen(family.fact() + "[" + i + "]", found.get(i).where());
      }
      Optional.ofNullable(tooLong.get(family)).ifPresent(why -> draft.unknown(family.fact(), why));
      parts.stream()
          .filter(part -> !part.content().whole())
          .findFirst()
          .ifPresent(
              part ->
                  draft.unknown(
                      family.fact(), part.node().inRoot() + " is too long to be read whole"));
    }
    Part set = any(parts, 06000);
    Optional<Node> open = open(root, parts);
    draft.seen("setuid", mode(set.node()));
    draft.seen("worldWritable", mode(open.orElse(first.node())));
    if (open.isEmpty()) {
      draft.unknown("worldWritable", Modes.UNKNOWN);
    }
    draft.signs(signs(parts, finds, single));
    draft.facts(
        new ScriptFacts(
            first.language().word(),
            first.content().interpreter(),
            unit.path(),
            unit.library(),
            parts.stream().allMatch(part -> Purpose.of(part.node().inRoot()) == Purpose.EXAMPLE),
            parts.size(),
            has(set, 06000),
            open.filter(Modes::writableByAll).isPresent(),
            names(finds, Family.LISTENS),
            names(finds, Family.CONNECTS),
            names(finds, Family.REQUESTS),
            names(finds, Family.PARSES),
            names(finds, Family.COMMANDS_OF_REQUESTS),
            names(finds, Family.CODE_OF_REQUESTS),
            names(finds, Family.QUERIES_OF_REQUESTS),
            names(finds, Family.FILES_OF_REQUESTS),
            names(finds, Family.PAGES_OF_REQUESTS),
            names(finds, Family.OBJECTS_OF_REQUESTS),
            names(finds, Family.UNCHECKED_TLS),
            names(finds, Family.UNCHECKED_HOST_KEYS),
            names(finds, Family.RUN_DOWNLOADS),
            names(finds, Family.DEBUG_MODES),
            names(finds, Family.CARRIED_ON)));
  }

  private static String where(Root root, Unit unit, Node part) {
    if (unit.where().startsWith("#")) {
      return root.path() + unit.where();
    }
    return part.path().substring(0, part.path().length() - part.inRoot().length()) + unit.where();
  }

  /** A part with one of the mode bits, else the first. */
  private static Part any(List<Part> parts, int bits) {
    return parts.stream().filter(part -> has(part, bits)).findFirst().orElseGet(parts::getFirst);
  }

  /** The file that lets anyone change a part, else one that lets nobody. */
  private static Optional<Node> open(Root root, List<Part> parts) {
    List<Node> deciding =
        parts.stream().flatMap(part -> Modes.deciding(root, part.node()).stream()).toList();
    return deciding.stream()
        .filter(Modes::writableByAll)
        .findFirst()
        .or(() -> deciding.stream().findFirst());
  }

  private static boolean has(Part part, int bits) {
    return (part.node().mode() & bits) != 0;
  }

  private static Evidence mode(Node node) {
    return node.whole("mode " + Integer.toOctalString(node.mode()) + ", owner " + node.owner());
  }

  /** By family, in the order of paths and places. */
  private static List<List<Sighting>> finds(List<Part> parts) {
    List<List<Sighting>> finds = new ArrayList<>();
    for (Family family : Family.values()) {
      List<Sighting> of = new ArrayList<>();
      for (Part part : parts) {
        for (Place place : part.content().places()) {
          if (place.family().equals(family.fact())
              && place.language().equals(part.language().word())
              && of.size() < ScriptFacts.MOST) {
            of.add(
                new Sighting(
                    place.what(), Evidence.line(part.node().path(), place.number(), place.line())));
          }
        }
      }
      finds.add(of);
    }
    return finds;
  }

  /** Families of which nothing was found and something may stand in a long line, with which. */
  private static Map<Family, String> tooLong(List<Part> parts, List<List<Sighting>> finds) {
    Map<Family, String> lines = new EnumMap<>(Family.class);
    for (Part part : parts) {
      for (Unseen line : part.content().unseen()) {
        Family family = Family.of(line.family());
        if (line.language().equals(part.language().word())
            && finds.get(family.ordinal()).isEmpty()) {
          lines.putIfAbsent(
              family,
              "line %d of %s is too long to be looked at whole"
                  .formatted(line.number(), part.node().inRoot()));
        }
      }
    }
    return lines;
  }

  private static List<String> names(List<List<Sighting>> finds, Family family) {
    return finds.get(family.ordinal()).stream().map(Sighting::what).toList();
  }

  private static RiskSigns signs(List<Part> parts, List<List<Sighting>> finds, boolean single) {
    Part first = parts.getFirst();
    int doors =
        finds.get(Family.LISTENS.ordinal()).size()
            + finds.get(Family.REQUESTS.ordinal()).size()
            + finds.get(Family.CONNECTS.ordinal()).size();
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withSurface(
                parts.stream().mapToLong(part -> part.node().size()).sum(),
                doors,
                "text, and places where it deals with the network")
            .withMemoryUnsafe(false, "written in " + first.language().word())
            .withPrivilege(Privilege.USER, "runs with its caller's rights")
            .withLinks(single ? provides(first.node()) : Set.of(), uses(first), Set.of());
    if (parts.stream().anyMatch(part -> !part.content().whole())) {
      return signs;
    }
    return Sighting.exposed(
        signs,
        first(finds, Family.LISTENS).or(() -> first(finds, Family.REQUESTS)),
        first(finds, Family.CONNECTS),
        first(finds, Family.PARSES));
  }

  private static Optional<Sighting> first(List<List<Sighting>> finds, Family family) {
    return finds.get(family.ordinal()).stream().findFirst();
  }

  private static Set<String> provides(Node node) {
    Set<String> names = new HashSet<>(Set.of("path:/" + node.inRoot()));
    if (node.inRoot().startsWith("usr/")) {
      // On merged systems /bin is a link to /usr/bin and both names are in use.
      names.add("path:/" + node.inRoot().substring("usr/".length()));
    }
    return names;
  }

  private static Set<String> uses(Part part) {
    String interpreter = part.content().interpreter();
    if (interpreter.isEmpty()) {
      return Set.of();
    }
    return Set.of("path:" + (interpreter.startsWith("/") ? "" : "/usr/bin/") + interpreter);
  }
}
