package dev.assay.inspect.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an nginx server does at each of its locations. */
final class NginxPlaces {
  private static final Set<String> PASSES =
      Set.of(
          "proxy_pass",
          "grpc_pass",
          "fastcgi_pass",
          "uwsgi_pass",
          "scgi_pass",
          "memcached_pass",
          "content_by_lua_block",
          "content_by_lua_file",
          "content_by_lua",
          "js_content",
          "perl",
          "ubus_interpreter",
          "passenger_enabled");
  private static final Set<String> CGI = Set.of("fastcgi_pass", "uwsgi_pass", "scgi_pass");
  private static final Pattern DECODED = Pattern.compile(".*\\$\\{?(uri|document_uri)\\b.*");

  private final Sheet sheet;
  private final Includes includes;
  private final Site site;
  private final NginxUpstreams upstreams;

  NginxPlaces(Sheet sheet, Includes includes, Site site, Map<String, Directive> groups) {
    this.sheet = sheet;
    this.includes = includes;
    this.site = site;
    this.upstreams = new NginxUpstreams(sheet, groups);
  }

  void visit(Scope scope, String path) {
    content(scope, path);
    access(scope, path);
    limits(scope);
    upstreams.describe(scope, path);
    NginxHeaders.judge(scope, path, sheet);
    if (scope.is("location")) {
      NginxHeaders.lost(scope, path, sheet);
      alias(scope, path);
    }
    redirects(scope, path);
    for (Directive inner : scope.settings()) {
      if (inner.is("location")) {
        visit(scope.below(inner), inner.all());
      } else if (inner.is("if") || inner.is("limit_except")) {
        visitCondition(scope.below(inner), path);
      }
    }
  }

  private void visitCondition(Scope scope, String path) {
    upstreams.describe(scope, path);
    NginxHeaders.judge(scope, path, sheet);
    redirects(scope, path);
  }

  private void content(Scope scope, String path) {
    for (Directive setting : scope.settings()) {
      if (PASSES.contains(setting.name())) {
        site.dynamic();
      }
      if (CGI.contains(setting.name())) {
        sheet.cgi.add(path, setting.where());
      }
    }
    List<Directive> roots = scope.is("server") ? scope.all("root") : scope.own("root");
    for (Directive root : roots) {
      Documents.root(includes.absolute(root.first()), root.where(), sheet);
    }
    for (Directive alias : scope.own("alias")) {
      Documents.root(includes.absolute(alias.first()), alias.where(), sheet);
    }
    Place listing = scope.is("server") ? Place.INHERITED : Place.OWN;
    for (Directive list : at(scope, "autoindex", listing)) {
      if (list.isOn()) {
        sheet.listedPaths.add(site.name + " " + path, list.where());
      }
    }
    for (Directive links : at(scope, "disable_symlinks", listing)) {
      sheet.symlinks.set(
          switch (links.first()) {
            case "on" -> "none";
            case "if_not_owner" -> "owner";
            default -> "all";
          },
          links.where());
    }
    if (scope.is("location") && path.contains("/\\.") && refuses(scope)) {
      sheet.refuses(path.contains("/\\.ht") ? ".ht" : ".");
    }
  }

  private enum Place {
    OWN,
    INHERITED
  }

  private static List<Directive> at(Scope scope, String name, Place place) {
    return place == Place.OWN ? scope.own(name) : scope.get(name).stream().toList();
  }

  private void access(Scope scope, String path) {
    boolean open = !limited(scope);
    for (Directive status : scope.settings()) {
      if (status.is("stub_status")
          || status.is("vhost_traffic_status_display")
          || status.is("status")
          || status.is("api")) {
        sheet.statusPages.add(path, status.where());
        if (open) {
          sheet.openStatusPages.add(path, status.where());
        }
      }
    }
    for (Directive methods : scope.own("dav_methods")) {
      if (!methods.first().equals("off")) {
        sheet.writePlaces.add(path, methods.where());
        if (open && scope.own("limit_except").isEmpty()) {
          sheet.openWrites.add(path, methods.where());
        }
      }
    }
    List<Directive> basic = scope.is("server") ? scope.all("auth_basic") : scope.own("auth_basic");
    for (Directive realm : basic) {
      if (!realm.first().equals("off")) {
        sheet.basicAuth.add(site.name + " " + path, realm.where());
        site.login(site.name + " " + path, realm.where());
      }
    }
    List<Directive> files =
        scope.is("server") ? scope.all("auth_basic_user_file") : scope.own("auth_basic_user_file");
    for (Directive file : files) {
      sheet.passwordFile(includes.absolute(file.first()), file.where());
    }
  }

  /** Whether not everybody may read what is here. */
  private boolean limited(Scope scope) {
    boolean denied = scope.all("deny").stream().anyMatch(deny -> deny.first().equals("all"));
    boolean asked = scope.get("auth_basic").filter(a -> !a.first().equals("off")).isPresent();
    return denied
        || asked
        || scope.get("auth_request").filter(a -> !a.first().equals("off")).isPresent()
        || scope.get("ssl_verify_client").filter(Directive::isOn).isPresent()
        || scope.has("internal")
        || scope.has("return")
        || !site.isExposed();
  }

  private static boolean refuses(Scope scope) {
    return scope.own("deny").stream().anyMatch(deny -> deny.first().equals("all"))
        || scope.own("return").stream().anyMatch(back -> back.first().startsWith("4"));
  }

  private void limits(Scope scope) {
    List<Directive> bodies =
        scope.is("server") ? scope.all("client_max_body_size") : scope.own("client_max_body_size");
    for (Directive body : bodies) {
      long bytes = Units.bytes(body.first());
      if (!sheet.bodyLimit.isSet()
          || bytes == 0
          || sheet.bodyLimit.get() != 0 && bytes > sheet.bodyLimit.get()) {
        sheet.bodyLimit.set(bytes, body.where());
      }
    }
    if (scope.is("server")) {
      for (String name : List.of("client_header_timeout", "client_body_timeout")) {
        scope
            .get(name)
            .ifPresent(
                time -> {
                  int seconds = Units.seconds(time.first());
                  if (!sheet.readTimeout.isSet() || seconds > sheet.readTimeout.get()) {
                    sheet.readTimeout.set(seconds, time.where());
                  }
                });
      }
      for (String name : List.of("ignore_invalid_headers", "merge_slashes")) {
        scope
            .get(name)
            .filter(setting -> setting.first().equals("off"))
            .ifPresent(setting -> sheet.looseParsing.add(name + " off", setting.where()));
      }
    }
    for (String name : List.of("limit_req", "limit_conn")) {
      scope.all(name).forEach(limit -> sheet.clientLimits.add(name, limit.where()));
    }
  }

  /** {@code location /files { alias /data/; }} answers {@code /files../} from {@code /data/../}. */
  private void alias(Scope scope, String path) {
    List<String> words = scope.opener().words();
    boolean prefix = words.size() == 1 || scope.opener().first().equals("^~");
    for (Directive alias : scope.own("alias")) {
      if (prefix && !path.endsWith("/") && alias.first().endsWith("/")) {
        sheet.aliasTraversals.add(path, alias.where());
      }
    }
  }

  /** {@code $uri} is decoded: an encoded line end in the request ends the header. */
  private void redirects(Scope scope, String path) {
    for (Directive back : scope.own("return")) {
      if (back.words().size() > 1
          && back.first().startsWith("30")
          && DECODED.matcher(back.word(1)).matches()) {
        sheet.headerInjections.add(path + ": " + back.all(), back.where());
      }
    }
  }
}
