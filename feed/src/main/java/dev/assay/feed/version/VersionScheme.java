package dev.assay.feed.version;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the versions of one ecosystem are ordered. A total preorder on what it understands: different
 * texts may be the same version ({@code 1.0} and {@code 1.0.0} in Python).
 */
public sealed interface VersionScheme
    permits DpkgVersions,
        RpmVersions,
        ApkVersions,
        SemanticVersions,
        MavenVersions,
        PythonVersions,
        GoVersions,
        GenericVersions {
  VersionScheme DPKG = new DpkgVersions("dpkg");

  /** opkg compares as dpkg does (its {@code pkg_compare_versions}). */
  VersionScheme OPKG = new DpkgVersions("opkg");

  VersionScheme RPM = new RpmVersions();
  VersionScheme APK = new ApkVersions();
  VersionScheme SEMVER = new SemanticVersions();
  VersionScheme MAVEN = new MavenVersions();
  VersionScheme PYTHON = new PythonVersions();
  VersionScheme GO = new GoVersions();
  VersionScheme GENERIC = new GenericVersions();

  /** Longest version that is looked at; none in use is a tenth of it. */
  int LONGEST = 1024;

  /** All of them; the position is their number in a feed file, so new ones come last. */
  List<VersionScheme> ALL = List.of(DPKG, OPKG, RPM, APK, SEMVER, MAVEN, PYTHON, GO, GENERIC);

  /** Schemes by the type of a package URL; types without a line are generic. */
  Map<String, VersionScheme> BY_PURL_TYPE =
      Map.ofEntries(
          Map.entry("deb", DPKG),
          Map.entry("opkg", OPKG),
          Map.entry("rpm", RPM),
          Map.entry("apk", APK),
          Map.entry("npm", SEMVER),
          Map.entry("cargo", SEMVER),
          Map.entry("hex", SEMVER),
          Map.entry("pub", SEMVER),
          Map.entry("swift", SEMVER),
          Map.entry("maven", MAVEN),
          Map.entry("pypi", PYTHON),
          Map.entry("golang", GO));

  /** The word in messages and in feed status. */
  String name();

  /** Whether {@code version} is one that the scheme's specification gives a place. */
  boolean understands(String version);

  /**
   * Negative, zero or positive as {@code left} is older than, the same as or newer than {@code
   * right}.
   *
   * @throws IllegalArgumentException if one of them is not understood
   */
  int compare(String left, String right);

  /** The scheme of packages of that package URL type. */
  static VersionScheme ofPurlType(String type) {
    return BY_PURL_TYPE.getOrDefault(type, GENERIC);
  }

  /** The scheme of that {@link #name}. */
  static Optional<VersionScheme> named(String name) {
    return ALL.stream().filter(scheme -> scheme.name().equals(name)).findFirst();
  }
}
