package dev.assay.cli.product;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Map;
import java.util.Objects;

/** A package URL, parts empty where absent. */
record Purl(
    String type,
    String namespace,
    String name,
    String version,
    Map<String, String> qualifiers,
    String subpath) {

  private static final String SCOPED = "pkg:npm/@";

  /** The scope of an npm package may begin with the at sign itself, as everybody writes it. */
  static Purl parse(String text) throws BadProduct {
    String encoded =
        text.startsWith(SCOPED) ? "pkg:npm/%40" + text.substring(SCOPED.length()) : text;
    try {
      PackageURL url = new PackageURL(encoded);
      return new Purl(
          url.getType(),
          Objects.requireNonNullElse(url.getNamespace(), ""),
          url.getName(),
          Objects.requireNonNullElse(url.getVersion(), ""),
          Objects.requireNonNullElse(url.getQualifiers(), Map.of()),
          Objects.requireNonNullElse(url.getSubpath(), ""));
    } catch (MalformedPackageURLException e) {
      throw new BadProduct(
          "`" + text + "` is not a package URL such as pkg:deb/debian/busybox: " + e.getMessage());
    }
  }

  String qualifier(String key) {
    return Objects.requireNonNullElse(qualifiers.get(key), "");
  }
}
