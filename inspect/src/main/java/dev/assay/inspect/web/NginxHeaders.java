package dev.assay.inspect.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Response headers of nginx (ngx_http_headers_module, and the headers-more module). */
final class NginxHeaders {
  private static final Pattern MORE =
      Pattern.compile("([A-Za-z0-9-]+)\\s*:\\s*(.*)", Pattern.DOTALL);
  private static final Set<String> PROTECTING =
      Set.of(
          "strict-transport-security",
          "x-content-type-options",
          "x-frame-options",
          "content-security-policy");

  private NginxHeaders() {}

  static void collect(Scope server, Site site) {
    for (Directive header : server.all("add_header")) {
      site.header(header.first(), header.word(1), header.where());
    }
    for (Directive more : server.all("more_set_headers")) {
      for (String word : more.words()) {
        Matcher matcher = MORE.matcher(word);
        if (matcher.matches()) {
          site.header(matcher.group(1), matcher.group(2), more.where());
        }
      }
    }
  }

  /** A level with {@code add_header} of its own inherits none from above. */
  static void lost(Scope place, String path, Sheet sheet) {
    List<Directive> own = place.own("add_header");
    if (own.isEmpty() || place.parent().isEmpty()) {
      return;
    }
    Set<String> missing = new TreeSet<>();
    place.parent().get().all("add_header").stream().map(NginxHeaders::name).forEach(missing::add);
    missing.retainAll(PROTECTING);
    own.stream().map(NginxHeaders::name).forEach(missing::remove);
    if (!missing.isEmpty()) {
      sheet.lostHeaders.add(path + ": " + String.join(", ", missing), own.get(0).where());
    }
  }

  static void judge(Scope place, String path, Sheet sheet) {
    for (Directive header : place.own("add_header")) {
      String value = header.word(1);
      if (name(header).equals("access-control-allow-origin")
          && (value.equals("*") || value.contains("$http_origin"))) {
        sheet.anyOrigin.add(path, header.where());
      }
      if (value.matches(".*\\$\\{?(uri|document_uri)\\b.*")) {
        sheet.headerInjections.add(path + ": " + header.first(), header.where());
      }
    }
  }

  private static String name(Directive header) {
    return header.first().toLowerCase(Locale.ROOT);
  }
}
