package dev.assay.inspect.web;

import dev.assay.inspect.web.WebServerFacts.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an nginx configuration means (nginx.org/en/docs, modules core, ssl, headers …). */
final class Nginx {
  private static final Pattern TO_HTTPS = Pattern.compile("https://.*");
  private static final Pattern REFUSAL = Pattern.compile("30[1278]|4\\d\\d|5\\d\\d");
  private static final int MOST_SITES = 500;

  private final Sheet sheet;
  private final Includes includes;
  private final Map<String, Directive> upstreams = new LinkedHashMap<>();
  private final List<Site> sites = new ArrayList<>();

  private Nginx(Sheet sheet, Includes includes) {
    this.sheet = sheet;
    this.includes = includes;
  }

  static void describe(List<Directive> directives, Includes includes, Sheet sheet) {
    new Nginx(sheet, includes).describe(directives);
  }

  private void describe(List<Directive> directives) {
    defaults();
    Scope main = Scope.top(directives, sheet.config.whole("the main level"));
    for (Directive user : main.own("user")) {
      sheet.user.set(user.first(), user.where());
      sheet.runsAsRoot.set(user.first().equals("root"), user.where());
    }
    for (Directive module : main.own("load_module")) {
      String file = module.first().substring(module.first().lastIndexOf('/') + 1);
      sheet.modules.add(
          file.replaceFirst("^(ngx_)?(http_)?", "").replaceFirst("(_module)?\\.so$", ""),
          module.where());
    }
    for (Directive http : main.own("http")) {
      Scope scope = main.below(http);
      scope.own("upstream").forEach(upstream -> upstreams.putIfAbsent(upstream.first(), upstream));
      for (Directive server : scope.own("server")) {
        if (sites.size() < MOST_SITES) {
          server(scope.below(server));
        } else {
          includes.beyond("servers after " + MOST_SITES);
        }
      }
      NginxLogs.errors(scope, sheet);
    }
    NginxLogs.errors(main, sheet);
    Sites.judge(sites, sheet);
  }

  private void defaults() {
    sheet.versionInHeaders.otherwise(true);
    sheet.versionInErrorPages.otherwise(true);
    sheet.symlinks.otherwise("all");
    sheet.bodyLimit.otherwise(1L << 20);
    sheet.readTimeout.otherwise(60);
    sheet.accessLog.otherwise(true);
    sheet.errorLog.otherwise(true);
  }

  private void server(Scope server) {
    List<Directive> names = server.own("server_name");
    String name = names.isEmpty() || names.get(0).first().equals("_") ? "" : names.get(0).first();
    List<Listener> listeners = listeners(server);
    String shown = listeners.isEmpty() ? "server" : listeners.get(0).shown();
    Site site = new Site(name.isEmpty() ? shown : name, server.opener().where());
    site.listeners.addAll(listeners);
    sites.add(site);
    if (onlyRedirects(server)) {
      site.redirects();
    }
    if (site.isTls()) {
      NginxTls.describe(server, sheet);
    }
    tokens(server, site);
    NginxHeaders.collect(server, site);
    new NginxPlaces(sheet, includes, site, upstreams).visit(server, "/");
    NginxLogs.access(server, sheet, site);
  }

  /** {@code server_tokens} is on unless switched off; one site that tells the version suffices. */
  private void tokens(Scope server, Site site) {
    Optional<Directive> tokens = server.get("server_tokens");
    boolean shown = tokens.filter(t -> t.first().equals("off") || t.first().isEmpty()).isEmpty();
    if (tokens.isPresent() && !sheet.versionInHeaders.isSet() || shown && sites.size() > 1) {
      sheet.versionInHeaders.set(shown, tokens.map(Directive::where).orElse(site.where));
      sheet.versionInErrorPages.set(shown, tokens.map(Directive::where).orElse(site.where));
    }
  }

  private static List<Listener> listeners(Scope server) {
    List<Listener> found = new ArrayList<>();
    boolean everywhere = server.on("ssl");
    for (Directive listen : server.own("listen")) {
      boolean tls = everywhere || listen.words().contains("ssl") || listen.words().contains("quic");
      found.add(
          Addresses.listener(
              listen.first(), 80, tls ? Addresses.Security.TLS : Addresses.Security.PLAIN));
    }
    // ngx_http_core_module, "listen": *:80 where the master runs as root.
    return found.isEmpty() ? List.of(new Listener("", 80, everywhere, false)) : found;
  }

  /** Whether clients of plain HTTP get nothing but a redirect to HTTPS or a refusal. */
  private static boolean onlyRedirects(Scope server) {
    return sendsAway(server) || testsScheme(server) || everyLocationSendsAway(server);
  }

  private static boolean sendsAway(Scope scope) {
    for (Directive back : scope.own("return")) {
      String target = back.words().size() > 1 ? back.word(1) : back.first();
      boolean refusal = back.words().size() == 1 && REFUSAL.matcher(back.first()).matches();
      if (TO_HTTPS.matcher(target).matches() || refusal) {
        return true;
      }
    }
    return scope.own("rewrite").stream()
        .anyMatch(r -> r.first().startsWith("^") && TO_HTTPS.matcher(r.word(1)).matches());
  }

  /** {@code if ($scheme = http) { return 301 https://…; }}. */
  private static boolean testsScheme(Scope server) {
    for (Directive condition : server.own("if")) {
      String test = condition.all();
      boolean plain =
          test.contains("$scheme")
                  && (test.contains("http)") || test.contains("http ") || test.contains("!="))
              || test.contains("$https") && (test.contains("!=") || test.contains("''"));
      if (plain && sendsAway(server.below(condition))) {
        return true;
      }
    }
    return false;
  }

  private static boolean everyLocationSendsAway(Scope server) {
    boolean root = false;
    for (Directive location : server.own("location")) {
      String path = location.words().isEmpty() ? "" : location.words().getLast();
      boolean away = sendsAway(server.below(location));
      root |= away && path.equals("/");
      // RFC 8555 §8.3: the challenge is fetched over plain HTTP.
      if (!away && !path.contains("well-known")) {
        return false;
      }
    }
    return root;
  }
}
