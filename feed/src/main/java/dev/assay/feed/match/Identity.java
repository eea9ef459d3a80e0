package dev.assay.feed.match;

import com.github.packageurl.PackageURL;
import dev.assay.feed.Cpe;
import dev.assay.feed.Releases;
import dev.assay.feed.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feed needs to know of a component.
 *
 * @param type package URL type, {@code deb}; empty: not from a package
 * @param namespace of the package URL; of packages of a distribution its name, {@code debian}
 * @param name of the package or product
 * @param version as its maker or packager writes it; empty: unknown
 * @param release of the distribution, normalised; empty: unknown
 * @param source name of the source package it was built from; the package's own where not known
 * @param sourceVersion version of that source package
 * @param cpe key of its CPE name ({@link Subject}); empty without
 * @param cpeVersion version in the CPE name; empty without
 * @param surroundings where it runs
 */
public record Identity(
    String type,
    String namespace,
    String name,
    String version,
    String release,
    String source,
    String sourceVersion,
    String cpe,
    String cpeVersion,
    Surroundings surroundings) {
  /** Debian's versions of stable updates name the release they are for. */
  private static final Pattern DEBIAN_UPDATE = Pattern.compile(".*[+~]deb([0-9]{1,2})u[0-9]+.*");

  /** {@code openssl (1.1.1w-0+deb11u1)}, the Source field of a Debian package. */
  private static final Pattern SOURCE_FIELD = Pattern.compile("([^ (]+)(?: \\(([^)]+)\\))?");

  /**
   * A component by its package URL, its CPE name or both; either may be empty. Read from the
   * package URL are {@code distro} (release) and {@code upstream} (source package).
   */
  public static Identity of(String name, String version, String purl, String cpeName) {
    Optional<Cpe> cpe = Cpe.read(cpeName);
    String cpeKey = cpe.map(Subject::of).orElse("");
    String cpeVersion =
        cpe.map(Cpe::fullVersion).filter(text -> !text.equals("*") && !text.equals("-")).orElse("");
    Identity plain =
        new Identity(
            "", "", name, version, "", name, version, cpeKey, cpeVersion, Surroundings.UNKNOWN);
    return Subject.packageUrl(purl).map(plain::packaged).orElse(plain);
  }

  private Identity packaged(PackageURL url) {
    Map<String, String> qualifiers = url.getQualifiers() == null ? Map.of() : url.getQualifiers();
    String vendor = url.getNamespace() == null ? "" : url.getNamespace();
    // os-release calls it rhel, package URLs redhat.
    String distribution = vendor.equals("rhel") ? "redhat" : vendor;
    String own = url.getVersion() == null ? version : url.getVersion();
    String epoch = qualifiers.getOrDefault("epoch", "");
    String full =
        url.getType().equals("rpm") && !epoch.isEmpty() && !own.contains(":")
            ? epoch + ":" + own
            : own;
    Identity packaged =
        new Identity(
            url.getType(),
            distribution,
            url.getName(),
            full,
            "",
            url.getName(),
            full,
            cpe,
            cpeVersion,
            surroundings);
    return packaged
        .inRelease(qualifiers.getOrDefault("distro", ""))
        .fromSource(upstream(qualifiers.getOrDefault("upstream", "")));
  }

  /** {@code name@version} in the form of the Source field. */
  private static String upstream(String qualifier) {
    int at = qualifier.indexOf('@');
    return at < 0
        ? qualifier
        : qualifier.substring(0, at) + " (" + qualifier.substring(at + 1) + ")";
  }

  /** In that release of its distribution, however it is written; an empty one changes nothing. */
  public Identity inRelease(String newRelease) {
    String normal = Releases.normal(namespace, newRelease);
    if (normal.isEmpty() && release.isEmpty() && namespace.equals("debian")) {
      Matcher update = DEBIAN_UPDATE.matcher(version);
      normal = update.matches() ? update.group(1) : "";
    }
    return normal.isEmpty()
        ? this
        : new Identity(
            type,
            namespace,
            name,
            version,
            normal,
            source,
            sourceVersion,
            cpe,
            cpeVersion,
            surroundings);
  }

  /**
   * Built from that source package: a name, or a name and {@code (version)} where that differs, as
   * Debian writes it; empty changes nothing.
   */
  public Identity fromSource(String field) {
    Matcher matcher = SOURCE_FIELD.matcher(field.strip());
    if (!matcher.matches()) {
      return this;
    }
    String newVersion = matcher.group(2) == null ? version : matcher.group(2);
    return new Identity(
        type,
        namespace,
        name,
        version,
        release,
        matcher.group(1),
        newVersion,
        cpe,
        cpeVersion,
        surroundings);
  }

  public Identity in(Surroundings newSurroundings) {
    return new Identity(
        type,
        namespace,
        name,
        version,
        release,
        source,
        sourceVersion,
        cpe,
        cpeVersion,
        newSurroundings);
  }
}
