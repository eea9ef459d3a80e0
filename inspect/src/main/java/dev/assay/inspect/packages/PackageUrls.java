package dev.assay.inspect.packages;

import dev.assay.inspect.PackageUrl;
import dev.assay.inspect.tree.Root;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Package URLs of the packages of one root (purl-spec types deb, apk, rpm; opkg packages are of
 * type opkg).
 *
 * @param distribution {@code debian}; empty: not known
 * @param release as package URLs name it, {@code bookworm}, {@code alpine-3.19.1}; empty: not known
 */
record PackageUrls(String distribution, String release) {
  private static final Pattern SOURCE_RPM = Pattern.compile("-[^-]*-[^-]*\\.(?:no)?src\\.rpm$");

  static PackageUrls of(Root root) {
    return OsRelease.of(root)
        .map(os -> new PackageUrls(os.get("ID"), release(os)))
        .orElse(new PackageUrls("", ""));
  }

  private static String release(OsRelease os) {
    String codename = os.get("VERSION_CODENAME");
    String version = os.get("VERSION_ID");
    return !codename.isEmpty() || version.isEmpty() ? codename : os.get("ID") + "-" + version;
  }

  String of(Installed each) {
    PackageFacts facts = each.facts();
    String type = facts.manager().equals("dpkg") ? "deb" : facts.manager();
    String vendor = distribution.isEmpty() && type.equals("deb") ? "debian" : distribution;
    StringJoiner qualifiers = new StringJoiner("&", "?", "").setEmptyValue("");
    qualifier(qualifiers, "arch", facts.architecture());
    qualifier(qualifiers, "distro", release);
    qualifier(qualifiers, "upstream", upstream(each));
    return "pkg:"
        + type
        + (vendor.isEmpty() ? "" : "/" + PackageUrl.encoded(vendor))
        + "/"
        + PackageUrl.encoded(facts.name())
        + PackageUrl.version(facts.version())
        + qualifiers;
  }

  private static void qualifier(StringJoiner qualifiers, String key, String value) {
    if (!value.isEmpty()) {
      qualifiers.add(key + "=" + PackageUrl.encoded(value));
    }
  }

  /** {@code name} or {@code name@version} of the source package; empty where it is the same. */
  private static String upstream(Installed each) {
    String source = source(each);
    if (!each.sourceVersion().isEmpty()) {
      return source + "@" + each.sourceVersion();
    }
    return source.equals(each.facts().name()) ? "" : source;
  }

  /** Name of the source package; empty where the database tells none. */
  static String source(Installed each) {
    // openssl-3.0.7-1.el9.src.rpm: rpm names the file.
    return SOURCE_RPM.matcher(each.facts().source()).replaceFirst("");
  }
}
