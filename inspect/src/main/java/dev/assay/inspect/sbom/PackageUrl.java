package dev.assay.inspect.sbom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a package URL (purl-spec) that tell packages apart.
 *
 * @param name with its namespace, decoded
 * @param source name of the source package (qualifier {@code upstream}), decoded; empty without
 * @param sourceVersion its version; empty without
 */
record PackageUrl(String type, String name, String source, String sourceVersion) {
  private static final Pattern FORM =
      Pattern.compile(
          "pkg:/{0,2}([A-Za-z][A-Za-z0-9.+-]{0,40})/([^@?#]{1,800})(?:@[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");

  static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  static Optional<PackageUrl> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String upstream = "";
    for (String qualifier : (matcher.group(3) == null ? "" : matcher.group(3)).split("&")) {
      if (qualifier.startsWith("upstream=")) {
        upstream = decoded(qualifier.substring("upstream=".length()));
      }
    }
    int at = upstream.indexOf('@');
    return Optional.of(
        new PackageUrl(
            matcher.group(1).toLowerCase(Locale.ROOT),
            decoded(matcher.group(2)),
            at < 0 ? upstream : upstream.substring(0, at),
            at < 0 ? "" : upstream.substring(at + 1)));
  }

  /** The name without namespace. */
  String bare() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      return text;
    }
  }
}
