package dev.assay.catalogue.expression;

import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where each fact of a component was seen. */
final class Sightings {
  private final Map<String, Set<Evidence>> byPath = new LinkedHashMap<>();

  /** Paths of which elements have evidence of their own. */
  private final Set<String> lists = new HashSet<>();

  Sightings(List<FactEvidence> evidence) {
    for (FactEvidence each : evidence) {
      byPath.computeIfAbsent(each.fact(), fact -> new LinkedHashSet<>()).add(each.evidence());
    }
    for (String path : byPath.keySet()) {
      for (int at = path.indexOf('['); at >= 0; at = path.indexOf('[', at + 1)) {
        lists.add(path.substring(0, at));
      }
    }
  }

  /**
   * Evidence of the path itself, else of the list's elements, else of what it is part of: {@code
   * accounts[3].shell}, {@code accounts[3]}, {@code accounts}.
   */
  Set<Evidence> nearest(String path) {
    if (!byPath.containsKey(path) && lists.contains(path)) {
      Set<Evidence> elements = new LinkedHashSet<>();
      byPath.forEach((fact, seen) -> elements.addAll(isElement(fact, path) ? seen : Set.of()));
      return elements;
    }
    String part = path;
    while (!part.isEmpty()) {
      Set<Evidence> found = byPath.get(part);
      if (found != null) {
        return found;
      }
      part = part.substring(0, Math.max(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('['))));
    }
    return Set.of();
  }

  private static boolean isElement(String fact, String list) {
    return fact.startsWith(list) && fact.startsWith("[", list.length());
  }
}
