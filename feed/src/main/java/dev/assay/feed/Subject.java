package dev.assay.feed;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keys under which a feed files what it knows: a package URL without version and qualifiers, its
 * parts as plain text ({@code pkg:deb/debian/openssl}, {@code pkg:npm/@angular/core}), or part,
 * vendor and product of a CPE ({@code cpe:a:openbsd:openssh}).
 */
public final class Subject {
  private Subject() {}

  /** The key of a package; names are brought to the form of their ecosystem. */
  public static String ofPackage(String type, String namespace, String name) {
    return switch (type) {
      // PyPI: PEP 503 normalised names.
      case "pypi" -> key(type, namespace, name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-"));
      case "composer", "github", "bitbucket", "golang" ->
          key(type, namespace.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      case "deb", "rpm", "apk", "opkg" -> key(type, namespace.toLowerCase(Locale.ROOT), name);
      default -> key(type, namespace, name);
    };
  }

  private static String key(String type, String namespace, String name) {
    return "pkg:" + type + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }

  /** The package URL written as {@code text}; none if it is not one. */
  public static Optional<PackageURL> packageUrl(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(new PackageURL(text));
    } catch (MalformedPackageURLException e) {
      return Optional.empty();
    }
  }

  /** The key of a package URL. */
  public static String of(PackageURL url) {
    String namespace = url.getNamespace();
    return ofPackage(url.getType(), namespace == null ? "" : namespace, url.getName());
  }

  /** The package URL with that version, as text; an empty one changes nothing. */
  public static String inVersion(PackageURL url, String version) {
    try {
      return version.isEmpty()
          ? url.canonicalize()
          : new PackageURL(
                  url.getType(),
                  url.getNamespace(),
                  url.getName(),
                  version,
                  url.getQualifiers() == null ? null : new TreeMap<>(url.getQualifiers()),
                  url.getSubpath())
              .canonicalize();
    } catch (MalformedPackageURLException e) {
      return url.canonicalize();
    }
  }

  /** The key of a CPE. */
  public static String of(Cpe cpe) {
    return ofProduct(cpe.part(), cpe.vendor(), cpe.product());
  }

  /** The key of part ({@code a}, {@code o}, {@code h}), vendor and product. */
  public static String ofProduct(String part, String vendor, String product) {
    return "cpe:" + part + ":" + vendor + ":" + product;
  }
}
