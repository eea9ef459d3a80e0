package dev.assay.inspect.sbom;

import dev.assay.model.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A package or product that was found, and how a bill of materials may name it. */
record Inside(Component component, Optional<PackageUrl> url) {
  private static final Set<String> KINDS = Set.of("package", "software", "dependency");

  /** Types of package URL that name a product, not a packager's work on it. */
  private static final Set<String> LOOSE = Set.of("generic", "github", "gitlab", "bitbucket");

  static boolean concerns(Component component) {
    return KINDS.contains(component.kind());
  }

  static Inside of(Component component) {
    return new Inside(component, PackageUrl.of(component.purl()));
  }

  /** Whether that is what is listed, in whatever version. */
  boolean isNamedBy(Listed listed) {
    Optional<PackageUrl> other = PackageUrl.of(listed.purl());
    if (url.isPresent() && other.isPresent() && url.get().type().equals(other.get().type())) {
      return url.get().name().equals(other.get().name())
          || !url.get().source().isEmpty() && url.get().source().equals(other.get().bare());
    }
    boolean loose =
        other.map(each -> LOOSE.contains(each.type())).orElse(true)
            || url.map(each -> LOOSE.contains(each.type())).orElse(true);
    return loose
        && (isName(listed.name())
            || isName(other.map(PackageUrl::bare).orElse(""))
            || isName(cpeProduct(listed.cpe())));
  }

  /** Whether the version is the listed one; one without package URL may be the upstream version. */
  boolean isVersion(Listed listed) {
    String own = component.version();
    String said = listed.version();
    return own.equals(said)
        || url.map(PackageUrl::sourceVersion).filter(v -> v.equals(said)).isPresent()
        || upstream(own).equals(upstream(said)) && isLoose(listed);
  }

  private static boolean isLoose(Listed listed) {
    return PackageUrl.of(listed.purl()).map(each -> LOOSE.contains(each.type())).orElse(true);
  }

  private boolean isName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.isEmpty()
        && (lower.equals(component.name().toLowerCase(Locale.ROOT))
            || url.map(each -> lower.equals(each.source().toLowerCase(Locale.ROOT))).orElse(false));
  }

  private static String cpeProduct(String cpe) {
    String[] parts = cpe.split(":");
    return parts.length > 4 && parts[1].equals("2.3") ? parts[4] : "";
  }

  /** {@code 1:7.88.1-10+deb12u3} without epoch and revision. */
  private static String upstream(String version) {
    String plain = version.replaceFirst("^[0-9]+:", "");
    int revision = plain.lastIndexOf('-');
    return revision < 0 ? plain : plain.substring(0, revision);
  }

  /** Keys under which what may name it is looked up. */
  Set<String> keys() {
    String name = component.name().toLowerCase(Locale.ROOT);
    String bare = url.map(PackageUrl::bare).orElse(name).toLowerCase(Locale.ROOT);
    String source = url.map(PackageUrl::source).orElse("").toLowerCase(Locale.ROOT);
    return new TreeSet<>(List.of(name, bare, source));
  }

  /** Keys under which a listed component is filed. */
  static Set<String> keys(Listed listed) {
    return new TreeSet<>(
        List.of(
            listed.name().toLowerCase(Locale.ROOT),
            PackageUrl.of(listed.purl()).map(PackageUrl::bare).orElse("").toLowerCase(Locale.ROOT),
            cpeProduct(listed.cpe()).toLowerCase(Locale.ROOT)));
  }
}
