package dev.assay.assess.flaw;

import dev.assay.assess.KernelRelease;
import dev.assay.catalogue.expression.Observed;
import dev.assay.feed.match.Functions;
import dev.assay.feed.match.KernelOptions;
import dev.assay.feed.match.Surroundings;
import dev.assay.model.Component;
import dev.assay.model.Described;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the kernels of a product are configured, and which modules stand beside them. */
final class Kernels {
  private static final String KIND = "kernel";

  private static final Pattern OPENWRT = Pattern.compile("^pkg:(?:opkg|apk)/openwrt/");

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

  /**
   * Whether a package is but the name under which OpenWrt installs a kernel that is there itself,
   * as {@code 5.15.134-1-0d7b41…} or {@code 6.6.73~2b8e…-r1}: what is known against both is said
   * once, of the kernel.
   */
  boolean isOnlyTheNameOf(Component component) {
    return component.name().equals("kernel")
        && OPENWRT.matcher(component.purl()).find()
        && byRelease.keySet().stream()
            .filter(release -> !KernelRelease.isOfDistribution(release))
            .anyMatch(
                release ->
                    component.version().startsWith(release + "-")
                        || component.version().startsWith(release + "~"));
  }

  private static Surroundings around(Described kernel) {
    Observed observed = Observed.of(kernel);
    boolean whole = observed.fact("configWhole").filter(Boolean.TRUE::equals).isPresent();
    Optional<KernelOptions> config =
        observed
            .fact("config")
            .filter(Map.class::isInstance)
            .map(options -> new KernelOptions(texts(options), whole));
    Optional<Set<String>> modules =
        observed
            .fact("modules")
            .filter(Collection.class::isInstance)
            .map(names -> words((Collection<?>) names))
            // Modules may be in a part that is not at hand, and old ones do not tell their names.
            .filter(names -> !names.isEmpty() && !names.contains(""));
    return new Surroundings(config, modules, Functions.UNKNOWN);
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
