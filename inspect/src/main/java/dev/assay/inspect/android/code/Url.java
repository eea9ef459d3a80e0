package dev.assay.inspect.android.code;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a URL leads.
 *
 * @param cleartext whether its scheme is without TLS
 */
record Url(String host, boolean cleartext) {
  private static final Pattern WHOLE =
      Pattern.compile(
          "(https?|wss?|mqtts?|ftp)://(?:[^/@\\s]*@)?([A-Za-z0-9._-]{3,253})(?::[0-9]+)?(?:[/?#]\\S*)?");

  /** Hosts of names that are written like URLs and never asked for: namespaces, types, features. */
  private static final Set<String> NAMES =
      Set.of(
          "schemas.android.com",
          "schemas.microsoft.com",
          "schemas.xmlsoap.org",
          "schema.org",
          "json-schema.org",
          "www.w3.org",
          "xmlpull.org",
          "www.xmlpull.org",
          "xml.org",
          "xml.apache.org",
          "apache.org",
          "javax.xml.xmlconstants",
          "java.sun.com",
          "ns.adobe.com",
          "iptc.org",
          "purl.org",
          "www.slf4j.org",
          "example.com",
          "www.example.com",
          "example.org",
          "localhost");

  /** Where a text leads that is a URL and nothing else. */
  static Optional<Url> of(String text) {
    Matcher matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(2).toLowerCase(Locale.ROOT);
    String scheme = matcher.group(1);
    boolean local = host.startsWith("127.") || host.equals("0.0.0.0") || host.equals("10.0.2.2");
    if (NAMES.contains(host) || local || host.indexOf('.') < 0 || host.endsWith(".")) {
      return Optional.empty();
    }
    return Optional.of(new Url(host, !scheme.endsWith("s")));
  }
}
