package dev.assay.inspect.bytecode;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.Sighting;
import dev.assay.inspect.bytecode.ClassContent.Place;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.secrets.Purpose;
import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Archives and folders of Java classes as components. */
public final class JavaCodeInspector implements Inspector {
  public static final Kind<JavaCodeFacts> KIND =
      Kind.of("java-code", JavaCodeFacts.class, "Code for the Java virtual machine");

  private static final int MAX_COMPONENTS = 20_000;
  private static final int MAX_ARTIFACTS = 50;

  /** Class file versions begin at 45; that of Java 8 is 52. */
  private static final int VERSION_OF_RELEASE_0 = 44;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(new PackageInspector().reads());
    reads.add(Applications.MANIFEST);
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    TreeMap<String, List<Part>> parts = new TreeMap<>();
    Map<String, Unit> units = new HashMap<>();
    List<Node> unread = new ArrayList<>();
    for (Node node : root.nodes()) {
      if (node.type().equals(ClassReader.TYPE) && node.facts(ClassContent.class).isEmpty()) {
        unread.add(node);
      }
      node.facts(ClassContent.class)
          .filter(content -> !content.isModule())
          .ifPresent(
              content -> {
                Unit unit = Unit.of(root, node, content);
                units.putIfAbsent(unit.id(), unit);
                parts
                    .computeIfAbsent(unit.id(), k -> new ArrayList<>())
                    .add(new Part(node, content));
              });
    }
    if (parts.isEmpty()) {
      return;
    }
    Applications applications = Applications.of(root);
    parts.values().stream()
        .skip(MAX_COMPONENTS)
        .findFirst()
        .ifPresent(
            more ->
                findings.more(
                    KIND,
                    more.getFirst().node().path(),
                    "more than " + MAX_COMPONENTS + " archives and folders of classes"));
    parts.entrySet().stream()
        .limit(MAX_COMPONENTS)
        .forEach(
            each ->
                Optional.ofNullable(units.get(each.getKey()))
                    .ifPresent(
                        unit -> {
                          Draft draft = draft(root, unit, each.getValue(), findings);
                          Optional<Node> missed = unread.stream().filter(unit::holds).findFirst();
                          describe(root, draft, unit, each.getValue(), applications, missed);
                        }));
  }

  private static Draft draft(Root root, Unit unit, List<Part> parts, Findings findings) {
    Draft draft = findings.component(KIND, unit.id(), unit.name()).purl(unit.purl(root, parts));
    if (unit.archive().isEmpty()) {
      parts.stream().limit(MAX_ARTIFACTS).forEach(part -> draft.artifact(part.node()));
    }
    return draft;
  }

  private static void describe(
      Root root,
      Draft draft,
      Unit unit,
      List<Part> parts,
      Applications applications,
      Optional<Node> missed) {
    List<Part> own = parts.stream().filter(part -> part.isOwn(applications)).toList();
    Map<Family, List<Sighting>> finds = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      boolean judged = family.compareTo(Family.READS_OBJECTS) >= 0 && !own.isEmpty();
      List<Sighting> found = finds(family, judged ? own : parts);
      finds.put(family, found);
      for (int i = 0; i < found.size(); i++) {
        draft.seen(family.fact() + "[" + i + "]", found.get(i).where());
      }
      if (found.isEmpty()) {
        missed.ifPresent(
            node -> draft.unknown(family.fact(), node.inRoot() + " could not be read"));
      }
    }
    if (finds.getOrDefault(Family.FILTERS_OBJECTS, List.of()).isEmpty()) {
      finds
          .getOrDefault(Family.READS_OBJECTS, List.of())
          .forEach(unfiltered -> draft.seen(Family.FILTERS_OBJECTS.fact(), unfiltered.where()));
    }
    Node placed = unit.placed(parts);
    Optional<Node> deciding = Modes.deciding(root, placed);
    draft.seen("worldWritable", mode(deciding.orElse(placed)));
    if (deciding.isEmpty()) {
      draft.unknown("worldWritable", Modes.UNKNOWN);
    }
    draft.signs(Signs.of(placed, parts, finds));
    draft.facts(
        new JavaCodeFacts(
            unit.path(),
            own.isEmpty(),
            Purpose.of(placed.inRoot()) == Purpose.EXAMPLE,
            parts.size(),
            own.size(),
            release(parts),
            deciding.filter(Modes::writableByAll).isPresent(),
            names(finds, Family.LISTENS),
            names(finds, Family.CONNECTS),
            names(finds, Family.REQUESTS),
            names(finds, Family.PARSES),
            names(finds, Family.READS_OBJECTS),
            names(finds, Family.FILTERS_OBJECTS),
            names(finds, Family.TRUSTS_ANYONE),
            names(finds, Family.ACCEPTS_ANY_NAME),
            names(finds, Family.ACCEPTS_ANY_HOST_KEY),
            names(finds, Family.OLD_PROTOCOLS),
            names(finds, Family.BROKEN_CIPHERS),
            names(finds, Family.CODE_BOOKS),
            names(finds, Family.WEAK_SIGNATURES),
            names(finds, Family.FIXED_KEYS),
            names(finds, Family.FIXED_VECTORS),
            names(finds, Family.FIXED_PASSWORDS),
            names(finds, Family.FEW_ROUNDS)));
  }

  private static int release(List<Part> parts) {
    return parts.stream()
            .filter(part -> !part.isForNewerOnly())
            .mapToInt(part -> part.content().version())
            .max()
            .orElse(VERSION_OF_RELEASE_0)
        - VERSION_OF_RELEASE_0;
  }

  private static List<Sighting> finds(Family family, List<Part> parts) {
    List<Sighting> found = new ArrayList<>();
    for (Part part : parts) {
      for (Place place : part.content().places()) {
        if (place.family().equals(family.fact()) && found.size() < JavaCodeFacts.MOST) {
          Evidence where = part.node().whole(place.method() + ": " + place.shown());
          found.add(new Sighting(place.what(), where));
        }
      }
    }
    return found;
  }

  private static List<String> names(Map<Family, List<Sighting>> finds, Family family) {
    return finds.getOrDefault(family, List.of()).stream().map(Sighting::what).toList();
  }

  private static Evidence mode(Node node) {
    return node.whole("mode " + Integer.toOctalString(node.mode()) + ", owner " + node.owner());
  }
}
