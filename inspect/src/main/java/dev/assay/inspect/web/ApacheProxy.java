package dev.assay.inspect.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Apache passes requests to (mod_proxy). */
final class ApacheProxy {
  private static final Pattern URL =
      Pattern.compile("(https?|wss?|h2c?|ajp|fcgi|uwsgi|scgi)://([^/|]*)(.*)", Pattern.DOTALL);

  private ApacheProxy() {}

  /**
   * @param host the settings around, in which TLS towards upstreams is set up
   */
  static void describe(List<Directive> settings, List<Directive> host, Sheet sheet) {
    for (Directive setting : settings) {
      switch (setting.name()) {
        case "proxypass", "proxypassmatch", "balancermember" -> {
          for (String word : setting.words()) {
            to(word, setting, host, sheet);
          }
        }
        case "rewriterule" -> {
          if (setting.word(2).matches(".*\\bP\\b.*")) {
            to(setting.word(1), setting, host, sheet);
          }
        }
        default -> {
          // Not about upstreams.
        }
      }
    }
  }

  private static void to(String word, Directive pass, List<Directive> host, Sheet sheet) {
    Matcher url = URL.matcher(word);
    if (!url.matches()) {
      return;
    }
    String authority = Addresses.host(url.group(2));
    if (authority.matches("(%\\{(HTTP_HOST|HTTP:.*|QUERY_STRING|REQUEST_URI)}|[$%]\\d).*")) {
      sheet.clientUpstreams.add(word, pass.where());
      return;
    }
    if (Addresses.isLocal(authority) || authority.contains("%{")) {
      return;
    }
    sheet.upstreams.add(authority, pass.where());
    boolean tls =
        url.group(1).equals("https") || url.group(1).equals("wss") || url.group(1).equals("h2");
    boolean verified =
        host.stream()
            .anyMatch(d -> d.is("sslproxyverify") && d.first().equalsIgnoreCase("require"));
    if (!tls) {
      sheet.plainUpstreams.add(word, pass.where());
    } else if (!verified) {
      sheet.unverifiedUpstreams.add(word, pass.where());
    }
  }
}
