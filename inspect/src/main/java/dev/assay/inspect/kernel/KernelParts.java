package dev.assay.inspect.kernel;

import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts a kernel together whose parts lie in several roots, as devices have it: the image in a
 * partition of its own, its modules in the root file system. Inspectors see one root; here the
 * whole product is seen. Where a release has several images, nobody can tell which the modules are
 * for, and each part stays by itself.
 */
public final class KernelParts {
  private static final String UNSIGNED = "unsignedModules[";

  private KernelParts() {}

  /** The components, of each release whose image is there once one kernel. */
  public static List<Described> joined(List<Described> components) {
    Map<String, List<Described>> releases = new TreeMap<>();
    for (Described each : components) {
      if (each.facts() instanceof KernelFacts kernel) {
        releases.computeIfAbsent(kernel.release(), any -> new ArrayList<>()).add(each);
      }
    }
    List<Described> all = new ArrayList<>(components);
    for (List<Described> parts : releases.values()) {
      List<Described> images = parts.stream().filter(KernelParts::hasImage).toList();
      if (parts.size() > 1 && images.size() == 1) {
        all.removeAll(parts);
        all.add(kernel(images.getFirst(), parts));
      }
    }
    return all;
  }

  private static boolean hasImage(Described part) {
    return !facts(part).banner().isEmpty();
  }

  private static KernelFacts facts(Described part) {
    return (KernelFacts) part.facts();
  }

  private static Described kernel(Described image, List<Described> parts) {
    Set<String> modules = new LinkedHashSet<>();
    Map<String, Evidence> unsigned = new LinkedHashMap<>();
    List<String> artifacts = new ArrayList<>();
    for (Described part : parts) {
      modules.addAll(facts(part).modules());
      unsigned(part, unsigned);
      artifacts.addAll(part.component().artifacts());
    }
    Described configured = configured(image, parts);
    List<FactEvidence> evidence = new ArrayList<>();
    image.evidence().stream().filter(each -> !isOfConfig(each)).forEach(evidence::add);
    evidence.removeIf(each -> each.fact().startsWith(UNSIGNED));
    configured.evidence().stream().filter(KernelParts::isOfConfig).forEach(evidence::add);
    List<Evidence> places = List.copyOf(unsigned.values());
    for (int i = 0; i < places.size(); i++) {
      evidence.add(new FactEvidence(UNSIGNED + i + "]", places.get(i)));
    }
    return new Described(
        withArtifacts(image.component(), artifacts),
        facts(facts(image), facts(configured), modules, unsigned.keySet()),
        evidence,
        configured.unknown(),
        image
            .signs()
            .withSurface(
                image.signs().size().orElseThrow().value(),
                KernelInspector.entryPoints(modules.size()),
                KernelInspector.surface(modules.size())));
  }

  /** The unsigned modules with where that is seen, each once. */
  private static void unsigned(Described part, Map<String, Evidence> into) {
    List<String> names = facts(part).unsignedModules();
    for (FactEvidence each : part.evidence()) {
      if (each.fact().startsWith(UNSIGNED)) {
        int number =
            Integer.parseInt(each.fact().substring(UNSIGNED.length(), each.fact().length() - 1));
        into.putIfAbsent(names.get(number), each.evidence());
      }
    }
  }

  /** The part that tells the configuration: the image, or else the only one that others tell. */
  private static Described configured(Described image, List<Described> parts) {
    if (!facts(image).config().isEmpty()) {
      return image;
    }
    List<Described> telling =
        parts.stream().filter(part -> !facts(part).config().isEmpty()).toList();
    boolean one = telling.stream().map(part -> facts(part).config()).distinct().count() == 1;
    return one ? telling.getFirst() : image;
  }

  private static boolean isOfConfig(FactEvidence each) {
    return each.fact().startsWith("config");
  }

  private static KernelFacts facts(
      KernelFacts image, KernelFacts configured, Set<String> modules, Collection<String> unsigned) {
    return new KernelFacts(
        image.release(),
        image.banner(),
        image.compiler(),
        configured.architecture(),
        configured.config(),
        configured.configWhole(),
        image.configEmbedded(),
        List.copyOf(modules),
        List.copyOf(unsigned));
  }

  private static Component withArtifacts(Component image, List<String> artifacts) {
    return new Component(
        image.id(),
        image.kind(),
        image.name(),
        image.version(),
        image.purl(),
        image.cpe(),
        artifacts);
  }
}
