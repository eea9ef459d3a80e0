package dev.assay.inspect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Spelling of package URLs (purl-spec, "Character encoding"). */
public final class PackageUrl {
  private PackageUrl() {}

  /**
   * Of what belongs to no ecosystem that has a type of its own: {@code pkg:generic/busybox@1.36.1}.
   *
   * @param version empty: not known
   */
  public static String generic(String name, String version) {
    return "pkg:generic/" + encoded(name) + version(version);
  }

  /** {@code @1.36.1}; empty for an empty version. */
  public static String version(String version) {
    return version.isEmpty() ? "" : "@" + encoded(version);
  }

  /** One segment, percent-encoded; a colon stands for itself. */
  public static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%7E", "~");
  }
}
