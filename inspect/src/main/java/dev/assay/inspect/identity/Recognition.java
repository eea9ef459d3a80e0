package dev.assay.inspect.identity;

import dev.assay.inspect.elf.ElfContent;
import dev.assay.inspect.kernel.ModuleFacts;
import dev.assay.inspect.match.Hit;
import dev.assay.inspect.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies the signatures to one file. */
final class Recognition {
  private static final int SHOWN = 120;

  private Recognition() {}

  /** What a file is or holds; of equal findings the first. */
  static List<Recognised> of(Node node, Products products) {
    List<Recognised> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    List<Hit> hits = node.analysis().hits();
    for (Hit hit : hits) {
      Optional<ProductSignature> signature =
          products.get(hit.signature()).filter(each -> hasCompanion(each, hits));
      if (signature.isPresent()) {
        String version = signature.get().version(hit.excerpt());
        if (seen.add(signature.get().product() + "@" + version)) {
          String told = shown(hit.excerpt());
          found.add(new Recognised(signature.get(), node, version, node.at(hit.offset(), told)));
        }
      }
    }
    node.facts(ElfContent.class)
        .map(content -> content.facts().soname())
        .filter(soname -> !soname.isEmpty())
        .flatMap(
            soname -> products.ofSoname(soname).map(signature -> bySoname(signature, node, soname)))
        .filter(library -> found.stream().noneMatch(banner -> tells(banner, library)))
        .ifPresent(found::add);
    node.facts(LoneVersion.class)
        .filter(lone -> found.stream().noneMatch(each -> tellsVersionOf(lone.product(), each)))
        .flatMap(lone -> products.named(lone.product()).map(each -> lone(each, node, lone)))
        .ifPresent(
            lone -> {
              found.removeIf(each -> isOf(lone.signature().product(), each));
              found.add(lone);
            });
    node.facts(ModuleFacts.class)
        .filter(ModuleFacts::isForeign)
        .map(module -> ofModule(module, node))
        .ifPresent(found::add);
    return found;
  }

  private static Recognised ofModule(ModuleFacts module, Node node) {
    return new Recognised(
        ProductSignature.ofModule(module.name()),
        node,
        module.version(),
        node.whole(".modinfo: version=" + shown(module.version())));
  }

  private static boolean hasCompanion(ProductSignature signature, List<Hit> hits) {
    String id = Products.companionId(signature.companion());
    return signature.companion().isEmpty()
        || hits.stream().anyMatch(hit -> hit.signature().equals(id));
  }

  private static boolean isOf(String product, Recognised each) {
    return each.signature().product().equals(product);
  }

  private static boolean tellsVersionOf(String product, Recognised each) {
    return isOf(product, each) && !each.version().isEmpty();
  }

  private static Recognised lone(ProductSignature signature, Node node, LoneVersion lone) {
    return new Recognised(
        signature, node, lone.version(), node.at(lone.offset(), shown(lone.seen())));
  }

  /** Whether a banner leaves nothing for the soname to tell. */
  private static boolean tells(Recognised banner, Recognised library) {
    return banner.signature().product().equals(library.signature().product())
        && (!banner.version().isEmpty() || library.version().isEmpty());
  }

  private static Recognised bySoname(ProductSignature signature, Node node, String soname) {
    return node.facts(LoneVersion.class)
        .filter(lone -> lone.product().equals(signature.product()))
        .map(lone -> lone(signature, node, lone))
        .or(() -> byFileName(signature, node, soname))
        .orElseGet(
            () ->
                new Recognised(
                    signature,
                    node,
                    signature.version(soname),
                    node.whole("soname " + shown(soname))));
  }

  /**
   * {@code libtalloc.so.2.3.1}, whose soname is {@code libtalloc.so.2}, or {@code
   * ld-uClibc-1.0.45.so}.
   */
  private static Optional<Recognised> byFileName(
      ProductSignature signature, Node node, String soname) {
    Optional<String> numbers = numbers(Products.stem(soname), node.name());
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    return VersionTexts.fileNames()
        .ofSoname(soname)
        .filter(row -> row.product().equals(signature.product()))
        .flatMap(row -> row.version(numbers.get()).or(() -> row.version(node.name())))
        .or(() -> FileReleases.version(signature.product(), node.name()))
        .map(
            version ->
                new Recognised(
                    signature, node, version, node.whole("file name " + shown(node.name()))));
  }

  /** What is left of the name of a library's file without its soname's stem and {@code .so}. */
  private static Optional<String> numbers(String stem, String name) {
    if (name.startsWith(stem + ".so.")) {
      return Optional.of(name.substring(stem.length() + ".so.".length()));
    }
    return name.startsWith(stem + "-") && name.endsWith(".so")
        ? Optional.of(name.substring(stem.length() + 1, name.length() - ".so".length()))
        : Optional.empty();
  }

  private static String shown(String text) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), SHOWN));
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      char c = text.charAt(i);
      clean.append(c < ' ' || c >= 0x7F ? '.' : c);
    }
    return clean.toString();
  }
}
