package dev.assay.inspect.web;

import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an Apache httpd 2.4 configuration means (httpd.apache.org/docs/2.4, directive index). */
final class Apache {
  private static final int MOST_HOSTS = 100;

  private final Sheet sheet;
  private final Includes includes;
  private final List<Directive> main;
  private final Map<String, List<Directive>> byName;
  private final Set<String> modules = new TreeSet<>();

  private Apache(List<Directive> main, Includes includes, Sheet sheet) {
    this.main = main;
    this.byName = main.stream().collect(Collectors.groupingBy(Directive::name));
    this.includes = includes;
    this.sheet = sheet;
  }

  static void describe(List<Directive> directives, Includes includes, Sheet sheet) {
    new Apache(directives, includes, sheet).describe();
  }

  private void describe() {
    for (Directive load : mains("loadmodule")) {
      String module = ApacheReader.module(load.first());
      modules.add(module);
      sheet.modules.add(module, load.where());
    }
    if (modules.isEmpty()) {
      sheet.modules.unknown("no module is loaded; those built in are not in the configuration");
    }
    settings();
    List<Listener> sockets = sockets();
    List<Directive> hosts = mains("virtualhost");
    List<Site> sites = new ArrayList<>();
    Set<Integer> taken = new TreeSet<>();
    if (hosts.size() > MOST_HOSTS) {
      includes.beyond("virtual hosts after " + MOST_HOSTS);
    }
    for (Directive host : hosts.subList(0, Math.min(hosts.size(), MOST_HOSTS))) {
      sites.add(host(host, sockets, taken));
    }
    List<Listener> rest = sockets.stream().filter(s -> !taken.contains(s.port())).toList();
    if (!rest.isEmpty() || hosts.isEmpty()) {
      sites.add(site("main server", sheet.config.whole("the main server"), List.of(), rest));
    }
    Sites.judge(sites, sheet);
  }

  /** Whether a module is there; unknown ones count as built in. */
  boolean loads(String... names) {
    if (modules.isEmpty()) {
      return true;
    }
    for (String name : names) {
      if (modules.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The directive that holds for a virtual host: its own, else that of the main server. */
  Optional<Directive> get(List<Directive> host, String name) {
    List<Directive> own = Directive.every(host, name);
    List<Directive> all = own.isEmpty() ? mains(name) : own;
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private List<Directive> mains(String name) {
    return byName.getOrDefault(name, List.of());
  }

  private void settings() {
    sheet.versionInHeaders.otherwise(true);
    sheet.versionInErrorPages.otherwise(false);
    sheet.trace.otherwise(true);
    sheet.symlinks.otherwise("all");
    sheet.errorLog.otherwise(true);
    sheet
        .defaults
        .of("LimitRequestBody")
        .ifPresentOrElse(
            bytes -> sheet.bodyLimit.otherwise(Long.parseLong(bytes)),
            () -> sheet.bodyLimit.unknown(sheet.defaults.silence("LimitRequestBody")));
    for (Directive user : mains("user")) {
      if (user.first().startsWith("${")) {
        sheet.user.unknown(user.first() + " is set by what starts the server");
        sheet.runsAsRoot.unknown(user.first() + " is set by what starts the server");
      } else {
        sheet.user.set(user.first(), user.where());
        sheet.runsAsRoot.set(
            user.first().equals("root") || user.first().equals("#0"), user.where());
      }
    }
    last("traceenable")
        .ifPresent(t -> sheet.trace.set(!t.first().equalsIgnoreCase("off"), t.where()));
    String tokens =
        last("servertokens").map(Directive::first).orElse("Full").toLowerCase(Locale.ROOT);
    boolean product = tokens.startsWith("prod");
    last("servertokens").ifPresent(t -> sheet.versionInHeaders.set(!product, t.where()));
    for (Directive signature : everywhere("serversignature")) {
      boolean shown = !signature.first().equalsIgnoreCase("off") && !product;
      if (!sheet.versionInErrorPages.isSet() || shown) {
        sheet.versionInErrorPages.set(shown, signature.where());
      }
    }
    for (Directive limit : everywhere("limitrequestbody")) {
      long bytes = Math.max(0, Units.bytes(limit.first()));
      if (!sheet.bodyLimit.isSet()
          || bytes == 0
          || sheet.bodyLimit.get() != 0 && bytes > sheet.bodyLimit.get()) {
        sheet.bodyLimit.set(bytes, limit.where());
      }
    }
    for (Directive protocol : everywhere("httpprotocoloptions")) {
      if (protocol.words().stream().anyMatch(w -> w.equalsIgnoreCase("unsafe"))) {
        sheet.looseParsing.add("HttpProtocolOptions Unsafe", protocol.where());
      }
    }
    for (String limit : List.of("dospagecount", "qs_srvmaxconnperip", "maxconnperip")) {
      last(limit).ifPresent(l -> sheet.clientLimits.add(limit, l.where()));
    }
    readTimeout();
  }

  /** mod_reqtimeout bounds a whole phase; without it, {@code Timeout} bounds each wait. */
  private void readTimeout() {
    Optional<Directive> timeout = last("timeout");
    sheet.readTimeout.otherwise(60);
    timeout.ifPresent(t -> sheet.readTimeout.set(Units.number(t.first(), 60), t.where()));
    if (!modules.contains("reqtimeout")) {
      return;
    }
    List<Directive> phases = everywhere("requestreadtimeout");
    if (phases.isEmpty()) {
      sheet.readTimeout.set(
          40,
          timeout
              .map(Directive::where)
              .orElse(sheet.config.whole("mod_reqtimeout is loaded; its default is header=20-40")));
    }
    for (Directive phase : phases) {
      for (String word : phase.words()) {
        String header = word.toLowerCase(Locale.ROOT);
        if (header.startsWith("header=")) {
          String[] range = header.substring(7).split(",", 2)[0].split("-", 2);
          int seconds = Units.number(range[range.length - 1], 0);
          if (seconds > 0) {
            sheet.readTimeout.set(seconds, phase.where());
          }
        }
      }
    }
  }

  private Optional<Directive> last(String name) {
    return get(List.of(), name);
  }

  /** Directives of a name in the main server and in all virtual hosts. */
  private List<Directive> everywhere(String name) {
    List<Directive> found = new ArrayList<>(mains(name));
    for (Directive host : mains("virtualhost")) {
      found.addAll(Directive.every(host.block(), name));
    }
    return found;
  }

  private List<Listener> sockets() {
    List<Listener> found = new ArrayList<>();
    for (Directive listen : mains("listen")) {
      boolean tls = listen.word(1).equalsIgnoreCase("https");
      found.add(
          Addresses.listener(
              listen.first(), 80, tls ? Addresses.Security.TLS : Addresses.Security.PLAIN));
    }
    return found;
  }

  private Site host(Directive host, List<Listener> sockets, Set<Integer> taken) {
    List<Listener> own = new ArrayList<>();
    for (String word : host.words()) {
      Listener wanted = Addresses.listener(word, 0, Addresses.Security.PLAIN);
      for (Listener socket : sockets) {
        if (wanted.port() == 0 || wanted.port() == socket.port()) {
          own.add(socket);
          taken.add(socket.port());
        }
      }
    }
    String name =
        get(host.block(), "servername").map(Directive::first).orElse("virtual host " + host.all());
    return site(name, host.where(), host.block(), own);
  }

  private Site site(String name, Evidence where, List<Directive> host, List<Listener> sockets) {
    Site site = new Site(name, where);
    boolean tls =
        loads("ssl", "gnutls")
            && get(host, "sslengine")
                .filter(e -> e.isOn() || e.first().equalsIgnoreCase("optional"))
                .isPresent();
    for (Listener socket : sockets) {
      boolean secure = tls || socket.tls() && loads("ssl", "gnutls");
      site.listeners.add(new Listener(socket.address(), socket.port(), secure, socket.loopback()));
    }
    if (site.isTls()) {
      ApacheTls.describe(this, host, sheet);
    }
    new ApachePlaces(this, includes, sheet, site, List.of(main, host)).describe();
    ApacheLogs.describe(main, host, site, sheet);
    return site;
  }
}
