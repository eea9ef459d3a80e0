package dev.assay.inspect.bytecode;

import dev.assay.inspect.Sighting;
import dev.assay.inspect.tree.Node;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Privilege;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the risk of Java code is computed from. */
final class Signs {
  private Signs() {}

  /**
   * @param placed the archive, or a class of the folder
   */
  static RiskSigns of(Node placed, List<Part> parts, Map<Family, List<Sighting>> finds) {
    int doors = count(finds, Family.LISTENS) + count(finds, Family.REQUESTS);
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withSurface(
                parts.stream().mapToLong(part -> part.node().size()).sum(),
                doors + count(finds, Family.CONNECTS),
                "classes, and places where they deal with the network")
            .withMemoryUnsafe(false, "runs in the Java virtual machine")
            .withPrivilege(Privilege.USER, "runs with its caller's rights")
            .withLinks(provides(placed, parts), uses(parts), Set.of());
    return Sighting.exposed(
        signs,
        first(finds, Family.LISTENS).or(() -> first(finds, Family.REQUESTS)),
        first(finds, Family.CONNECTS),
        first(finds, Family.PARSES));
  }

  private static int count(Map<Family, List<Sighting>> finds, Family family) {
    return finds.getOrDefault(family, List.of()).size();
  }

  private static Optional<Sighting> first(Map<Family, List<Sighting>> finds, Family family) {
    return finds.getOrDefault(family, List.of()).stream().findFirst();
  }

  private static Set<String> provides(Node placed, List<Part> parts) {
    Set<String> names = new HashSet<>(packages(parts));
    names.add("path:/" + placed.inRoot());
    return names;
  }

  private static Set<String> packages(List<Part> parts) {
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      String name = part.content().name();
      names.add("java:" + name.substring(0, Math.max(0, name.lastIndexOf('/'))));
    }
    return names;
  }

  private static Set<String> uses(List<Part> parts) {
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      part.content().uses().forEach(each -> names.add("java:" + each));
    }
    names.removeAll(packages(parts));
    return names;
  }
}
