package dev.assay.assess.flaw;

import dev.assay.catalogue.expression.Observed;
import dev.assay.feed.match.Surroundings;
import dev.assay.model.Component;
import dev.assay.model.Described;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the kernels of a product are configured, and which modules stand beside them. */
final class Kernels {
  private static final String KIND = "kernel";

  private final Map<String, Surroundings> byRelease;

  private Kernels(Map<String, Surroundings> byRelease) {
    this.byRelease = byRelease;
  }

  /** Those of the components; nothing is known of several of one release. */
  static Kernels of(Collection<Described> components) {
    Map<String, Surroundings> found = new TreeMap<>();
    for (Described each : components) {
      if (each.component().kind().equals(KIND)) {
        found.merge(each.component().version(), around(each), (one, other) -> Surroundings.UNKNOWN);
      }
    }
    return new Kernels(found);
  }

  /** What is known of where the component runs. */
  Surroundings around(Component component) {
    if (component.kind().equals(KIND)) {
      return byRelease.getOrDefault(component.version(), Surroundings.UNKNOWN);
    }
    // linux-image-6.1.0-47-marvell is the kernel of that release.
    return component.name().startsWith("linux-image-")
        ? byRelease.getOrDefault(
            component.name().substring("linux-image-".length()), Surroundings.UNKNOWN)
        : Surroundings.UNKNOWN;
  }

  private static Surroundings around(Described kernel) {
    Observed observed = Observed.of(kernel);
    Optional<Map<String, String>> config =
        observed.fact("config").filter(Map.class::isInstance).map(Kernels::texts);
    Optional<Set<String>> modules =
        observed
            .fact("modules")
            .filter(Collection.class::isInstance)
            .map(names -> words((Collection<?>) names))
            // Modules may be in a part that is not at hand, and old ones do not tell their names.
            .filter(names -> !names.isEmpty() && !names.contains(""));
    return new Surroundings(config, modules, Optional.empty());
  }

  private static Map<String, String> texts(Object map) {
    return ((Map<?, ?>) map)
        .entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    each -> each.getKey().toString(), each -> each.getValue().toString()));
  }

  private static Set<String> words(Collection<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
  }
}
