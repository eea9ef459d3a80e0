package dev.assay.inspect;

import dev.assay.inspect.opaque.OpaqueInspector;
import dev.assay.inspect.tree.CutFile;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Component;
import dev.assay.model.Described;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files of which not all was evaluated: inspectors saw the start only, or looked at a part of what
 * they saw. What such a file was to tell is unknown.
 */
final class CutShort {
  /** By path, with the reason. */
  private final Map<String, String> kept = new HashMap<>();

  private final Map<String, String> read = new HashMap<>();

  /**
   * @param nodes all of the product
   * @param roots after inspectors have read them
   */
  CutShort(List<Node> nodes, List<Root> roots) {
    for (Node node : nodes) {
      node.problems().stream()
          .filter(problem -> problem.code().equals("limit.kept"))
          .forEach(problem -> kept.put(node.path(), node.path() + " has " + problem.message()));
    }
    for (Root root : roots) {
      for (CutFile cut : root.cut()) {
        read.put(cut.file().path(), cut.file().path() + " has " + cut.problem().message());
      }
    }
  }

  /** Tells which files inspectors did not look at to their end, as content not examined. */
  static void tell(List<Root> roots, Gathered findings) {
    Set<String> told =
        findings.unread().stream().map(each -> each.file().path()).collect(Collectors.toSet());
    for (Root root : roots) {
      for (CutFile cut : root.cut()) {
        findings.problem(cut.file(), cut.problem());
        if (!told.contains(cut.file().path())) {
          OpaqueInspector.unread(root, cut.file(), cut.problem(), findings);
        }
      }
    }
  }

  List<Described> doubted(List<Described> components) {
    if (kept.isEmpty() && read.isEmpty()) {
      return components;
    }
    List<Described> doubted = new ArrayList<>();
    for (Described each : components) {
      doubted.add(why(each.component()).map(why -> unknown(each, why)).orElse(each));
    }
    return doubted;
  }

  /**
   * An element found in the start, such as a package of a list, stays where the rest was not seen;
   * what was seen may change it.
   */
  private Optional<String> why(Component component) {
    if (component.kind().equals(OpaqueInspector.OPAQUE.name())) {
      return Optional.empty();
    }
    String where = component.id().substring(component.kind().length() + 1);
    Optional<String> start =
        where.contains("#")
            ? Optional.ofNullable(kept.get(where))
            : first(component.artifacts(), kept);
    return start.or(() -> first(component.artifacts(), read));
  }

  private static Optional<String> first(List<String> paths, Map<String, String> reasons) {
    return paths.stream().filter(reasons::containsKey).map(reasons::get).findFirst();
  }

  private static Described unknown(Described described, String why) {
    Map<String, String> unknown = new HashMap<>(described.unknown());
    for (RecordComponent fact : described.facts().getClass().getRecordComponents()) {
      unknown.put(fact.getName(), why);
    }
    return new Described(
        described.component(), described.facts(), described.evidence(), unknown, described.signs());
  }
}
