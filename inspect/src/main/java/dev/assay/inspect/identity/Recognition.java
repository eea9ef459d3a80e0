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
import java.util.stream.Collectors;

/** Applies the signatures to one file. */
final class Recognition {
  private static final int SHOWN = 120;

  /** What speaks of programs and is none: translations, and the journal of systemd. */
  private static final Set<String> SPEAKS =
      Set.of("application/x-gettext-mo", "application/x-journal");

  private Recognition() {}

  /** What a file is or holds; of equal findings the first. */
  static List<Recognised> of(Node node, Products products) {
    List<Recognised> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Banner banner : banners(node, products)) {
      ProductSignature signature = banner.signature();
      if (seen.add(signature.product() + "@" + banner.version())) {
        String told = shown(banner.hit().excerpt());
        found.add(
            new Recognised(
                signature, node, banner.version(), node.at(banner.hit().offset(), told)));
      }
    }
    node.facts(ElfContent.class)
        .map(content -> content.facts().soname())
        .filter(soname -> !soname.isEmpty())
        .flatMap(
            soname ->
                products
                    .ofSoname(soname)
                    .filter(signature -> hasCompanion(signature, node.analysis().hits()))
                    .map(signature -> bySoname(signature, node, soname)))
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
    Builds.of(node)
        .flatMap(build -> products.named(build.product()).map(each -> built(each, node, build)))
        .ifPresent(
            built -> {
              found.removeIf(each -> isOf(built.signature().product(), each));
              found.add(built);
            });
    node.facts(ModuleFacts.class)
        .filter(ModuleFacts::isForeign)
        .map(module -> ofModule(module, node))
        .ifPresent(found::add);
    return found;
  }

  /**
   * Where a text of its own tells the version of a product, what sentences say of other versions
   * ("requires OpenVPN 1.5 or higher") does not count.
   */
  private static List<Banner> banners(Node node, Products products) {
    if (SPEAKS.contains(node.type())) {
      return List.of();
    }
    List<Hit> hits = node.analysis().hits();
    List<Banner> all =
        hits.stream()
            .flatMap(
                hit ->
                    products.get(hit.signature()).stream()
                        .filter(signature -> hasCompanion(signature, hits))
                        .map(signature -> new Banner(signature, hit)))
            .toList();
    Set<String> told =
        all.stream()
            .filter(banner -> !banner.hit().amidText() && !banner.version().isEmpty())
            .map(banner -> banner.signature().product())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            banner ->
                banner.signature().isScript()
                    || !banner.hit().amidText()
                    || !told.contains(banner.signature().product()))
        .toList();
  }

  /** A signature that matched. */
  private record Banner(ProductSignature signature, Hit hit) {
    String version() {
      return signature.version(hit.excerpt());
    }
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

  /** A build is known exactly: what its texts tell of the product's version counts no more. */
  private static Recognised built(ProductSignature signature, Node node, Build build) {
    return new Recognised(signature, node, build.version(), node.whole(build.told()));
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
