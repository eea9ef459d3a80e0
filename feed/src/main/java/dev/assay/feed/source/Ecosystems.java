package dev.assay.feed.source;

import dev.assay.feed.Releases;
import dev.assay.feed.Subject;
import dev.assay.feed.version.VersionScheme;
import java.util.Map;
import java.util.Optional;

/** The ecosystems of OSV (OSV schema, "Defined ecosystems") as package URL types. */
final class Ecosystems {
  /**
   * @param release normalised; empty for ecosystems without
   */
  record Place(String subject, String release, VersionScheme scheme) {}

  private record Ecosystem(String type, String namespace) {}

  private static final Map<String, Ecosystem> BY_NAME =
      Map.ofEntries(
          Map.entry("AlmaLinux", new Ecosystem("rpm", "almalinux")),
          Map.entry("Alpaquita", new Ecosystem("apk", "alpaquita")),
          Map.entry("Alpine", new Ecosystem("apk", "alpine")),
          Map.entry("Bitnami", new Ecosystem("bitnami", "")),
          Map.entry("Chainguard", new Ecosystem("apk", "chainguard")),
          Map.entry("ConanCenter", new Ecosystem("conan", "")),
          Map.entry("CRAN", new Ecosystem("cran", "")),
          Map.entry("crates.io", new Ecosystem("cargo", "")),
          Map.entry("Debian", new Ecosystem("deb", "debian")),
          Map.entry("GitHub Actions", new Ecosystem("githubactions", "")),
          Map.entry("Go", new Ecosystem("golang", "")),
          Map.entry("Hackage", new Ecosystem("hackage", "")),
          Map.entry("Hex", new Ecosystem("hex", "")),
          Map.entry("Mageia", new Ecosystem("rpm", "mageia")),
          Map.entry("Maven", new Ecosystem("maven", "")),
          Map.entry("npm", new Ecosystem("npm", "")),
          Map.entry("NuGet", new Ecosystem("nuget", "")),
          Map.entry("openEuler", new Ecosystem("rpm", "openeuler")),
          Map.entry("openSUSE", new Ecosystem("rpm", "opensuse")),
          Map.entry("OpenWrt", new Ecosystem("opkg", "openwrt")),
          Map.entry("Packagist", new Ecosystem("composer", "")),
          Map.entry("Photon OS", new Ecosystem("rpm", "photon")),
          Map.entry("Pub", new Ecosystem("pub", "")),
          Map.entry("PyPI", new Ecosystem("pypi", "")),
          Map.entry("Red Hat", new Ecosystem("rpm", "redhat")),
          Map.entry("Rocky Linux", new Ecosystem("rpm", "rocky")),
          Map.entry("RubyGems", new Ecosystem("gem", "")),
          Map.entry("SUSE", new Ecosystem("rpm", "suse")),
          Map.entry("SwiftURL", new Ecosystem("swift", "")),
          Map.entry("Ubuntu", new Ecosystem("deb", "ubuntu")),
          Map.entry("Wolfi", new Ecosystem("apk", "wolfi")));

  private Ecosystems() {}

  /** Where a package of an ecosystem such as {@code Debian:12} is filed; none if it is unknown. */
  static Optional<Place> place(String ecosystem, String name) {
    int colon = ecosystem.indexOf(':');
    String base = colon < 0 ? ecosystem : ecosystem.substring(0, colon);
    String release = colon < 0 ? "" : ecosystem.substring(colon + 1);
    if (base.equals("Linux") && name.equals("Kernel")) {
      return Optional.of(
          new Place(Subject.ofProduct("o", "linux", "linux_kernel"), "", VersionScheme.GENERIC));
    }
    return Optional.ofNullable(BY_NAME.get(base))
        .map(
            found ->
                new Place(
                    subject(found, name),
                    Releases.normal(found.namespace(), release),
                    VersionScheme.ofPurlType(found.type())));
  }

  /**
   * Maven names are {@code group:artifact}; those with slashes have their namespace before the
   * last.
   */
  private static String subject(Ecosystem ecosystem, String name) {
    if (!ecosystem.namespace().isEmpty()) {
      return Subject.ofPackage(ecosystem.type(), ecosystem.namespace(), name);
    }
    int cut = name.lastIndexOf(ecosystem.type().equals("maven") ? ':' : '/');
    return cut < 0
        ? Subject.ofPackage(ecosystem.type(), "", name)
        : Subject.ofPackage(ecosystem.type(), name.substring(0, cut), name.substring(cut + 1));
  }
}
