package dev.assay.inspect.web;

import dev.assay.inspect.web.LighttpdConfig.Block;
import dev.assay.inspect.web.LighttpdConfig.Condition;
import dev.assay.inspect.web.LighttpdConfig.Item;
import dev.assay.inspect.web.LighttpdConfig.Placed;
import dev.assay.inspect.web.LighttpdConfig.Setting;
import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a lighttpd 1.4 configuration means (wiki "Configuration Options", mod_openssl …). */
final class Lighttpd {
  private static final Pattern MODULE = Pattern.compile("^mod_");
  private static final int MOST_SITES = 200;
  private static final String SOCKET = "SERVER[\"socket\"]";
  private static final String SCHEME = "HTTP[\"scheme\"]";
  private static final Set<String> DYNAMIC =
      Set.of(
          "cgi.assign",
          "fastcgi.server",
          "scgi.server",
          "proxy.server",
          "uwsgi.server",
          "ajp13.server");

  private final LighttpdConfig config;
  private final Sheet sheet;

  private Lighttpd(LighttpdConfig config, Sheet sheet) {
    this.config = config;
    this.sheet = sheet;
  }

  static void describe(LighttpdConfig config, Includes includes, Sheet sheet) {
    Lighttpd server = new Lighttpd(config, sheet);
    server.settings();
    LighttpdTls.describe(config, sheet);
    List<Site> sites = server.sites();
    LighttpdPlaces places = new LighttpdPlaces(config, includes, sheet);
    places.describe();
    sites.forEach(places::logins);
    Sites.judge(sites, sheet);
  }

  private void settings() {
    sheet.versionInHeaders.otherwise(true);
    sheet.bodyLimit.otherwise(0L);
    sheet.readTimeout.otherwise(60);
    sheet.symlinks.otherwise("all");
    sheet.runsAsRoot.otherwise(true);
    sheet.user.otherwise("root");
    sheet.errorLog.unknown("server.errorlog is not set: errors go to where its starter sends them");
    for (Placed tag : config.all("server.tag")) {
      sheet.versionInHeaders.set(tag.setting().value().plain().matches(".*\\d.*"), tag.where());
    }
    for (Placed user : config.all("server.username")) {
      String name = user.setting().value().plain();
      sheet.user.set(name, user.where());
      sheet.runsAsRoot.set(name.equals("root") || name.isEmpty(), user.where());
    }
    for (Placed size : config.all("server.max-request-size")) {
      long kib = Units.number(size.setting().value().plain(), 0);
      if (!sheet.bodyLimit.isSet() || kib == 0 || kib << 10 > sheet.bodyLimit.get()) {
        sheet.bodyLimit.set(kib << 10, size.where());
      }
    }
    for (Placed idle : config.all("server.max-read-idle")) {
      sheet.readTimeout.set(Units.number(idle.setting().value().plain(), 60), idle.where());
    }
    for (Placed links : config.all("server.follow-symlink")) {
      sheet.symlinks.set(links.setting().enabled() ? "all" : "none", links.where());
    }
    for (Item module :
        config.global().effective("server.modules").map(s -> s.value().list()).orElse(List.of())) {
      Setting modules = config.global().effective("server.modules").orElseThrow();
      sheet.modules.add(MODULE.matcher(module.value().plain()).replaceFirst(""), modules.where());
    }
    logs();
    strictness();
    for (Placed limit : config.all("evasive.max-conns-per-ip")) {
      if (config.loads("mod_evasive")) {
        sheet.clientLimits.add("evasive.max-conns-per-ip", limit.where());
      }
    }
  }

  private void logs() {
    for (String key : List.of("accesslog.filename", "accesslog.use-syslog")) {
      for (Placed log : config.all(key)) {
        String target = log.setting().value().plain();
        boolean written =
            !target.equals("/dev/null") && !target.isEmpty() && !target.equals("disable");
        if (written && config.loads("mod_accesslog")) {
          sheet.accessLog.set(true, log.where());
        } else if (!sheet.accessLog.isSet()) {
          sheet.accessLog.set(false, log.where());
        }
      }
    }
    for (String key : List.of("server.errorlog", "server.errorlog-use-syslog")) {
      for (Placed log : config.all(key)) {
        String target = log.setting().value().plain();
        sheet.errorLog.set(!target.equals("/dev/null") && !target.equals("disable"), log.where());
      }
    }
    for (String key :
        List.of(
            "debug.log-request-header",
            "debug.log-response-header",
            "debug.log-request-handling",
            "debug.dump-unknown-headers")) {
      for (Placed debug : config.all(key)) {
        if (debug.setting().enabled()) {
          sheet.debugLogging.add(key, debug.where());
        }
      }
    }
  }

  private void strictness() {
    for (Placed options : config.all("server.http-parseopts")) {
      for (Item option : options.setting().value().list()) {
        boolean off = option.value().plain().equals("disable");
        if (off
            && Set.of("header-strict", "host-strict", "url-ctrls-reject").contains(option.key())) {
          sheet.looseParsing.add(option.key() + " disable", options.where());
        }
      }
    }
  }

  private List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    Block global = config.global();
    String bind = global.effective("server.bind").map(s -> s.value().plain()).orElse("");
    boolean tls = global.effective("ssl.engine").filter(Setting::enabled).isPresent();
    int port =
        global
            .effective("server.port")
            .map(s -> Units.number(s.value().plain(), 80))
            .orElse(tls ? 443 : 80);
    Evidence where =
        global
            .effective("server.port")
            .or(() -> global.effective("server.bind"))
            .map(Setting::where)
            .orElseGet(() -> sheet.config.whole("server.port is not set; the default is 80"));
    String address =
        bind.startsWith("/")
            ? bind
            : bind.contains(":") && !bind.startsWith("[")
                ? "[" + bind + "]:" + port
                : bind + ":" + port;
    sites.add(site(address, port, tls, where, global));
    for (Block block : config.blocks()) {
      Optional<Condition> socket = block.condition(SOCKET);
      if (sites.size() > MOST_SITES) {
        sheet.config.cut("more than " + MOST_SITES + " sockets");
        break;
      }
      if (socket.isEmpty()
          || !socket.get().operator().equals("==")
          || block.conditions.size() != 1) {
        continue;
      }
      boolean secure =
          Optional.ofNullable(block.settings.get("ssl.engine"))
              .filter(Setting::enabled)
              .isPresent();
      Evidence at = block.settings.values().stream().findFirst().map(Setting::where).orElse(where);
      sites.add(site(socket.get().value(), port, secure, at, block));
    }
    return sites;
  }

  private Site site(String address, int port, boolean tls, Evidence where, Block block) {
    Listener listener =
        Addresses.listener(address, port, tls ? Addresses.Security.TLS : Addresses.Security.PLAIN);
    Site site = new Site(listener.shown(), where);
    site.listeners.add(listener);
    for (Block each : config.blocks()) {
      if (DYNAMIC.stream().anyMatch(each.settings::containsKey)
          || each.settings.containsKey("magnet.attract-raw-url-to")) {
        site.dynamic();
      }
      if (holds(each, block, tls)) {
        headers(each, site);
        if (!tls && redirects(each)) {
          site.redirects();
        }
      }
    }
    return site;
  }

  /** Whether a block holds for all requests of a site. */
  private static boolean holds(Block block, Block socket, boolean tls) {
    for (Condition condition : block.conditions) {
      boolean always =
          switch (condition.field()) {
            case SOCKET -> socket.conditions.contains(condition);
            case SCHEME ->
                condition.operator().equals("==")
                    && condition.value().equals(tls ? "https" : "http");
            case "HTTP[\"host\"]", "HTTP[\"url\"]" ->
                condition.operator().equals("=~")
                    && condition.value().matches("\\^?\\(?\\.[*+]\\)?\\$?|");
            default -> false;
          };
      if (!always) {
        return false;
      }
    }
    return true;
  }

  private static boolean redirects(Block block) {
    Setting redirect = block.settings.get("url.redirect");
    return redirect != null
        && redirect.value().list().stream()
            .anyMatch(
                rule ->
                    rule.key().matches("|\\^?/?\\(?\\.[*+]\\)?\\$?|\\^/?|")
                        && rule.value().plain().startsWith("https://"));
  }

  private void headers(Block block, Site site) {
    if (!config.loads("mod_setenv")) {
      return;
    }
    for (String key : List.of("setenv.add-response-header", "setenv.set-response-header")) {
      Setting headers = block.settings.get(key);
      if (headers != null) {
        for (Item header : headers.value().list()) {
          site.header(header.key(), header.value().plain(), headers.where());
        }
      }
    }
  }
}
