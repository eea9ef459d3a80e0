package dev.assay.inspect.web;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.web.UciReader.Option;
import dev.assay.inspect.web.UciReader.Section;
import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.inspect.web.WebServerFacts.Password;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a section of {@code /etc/config/uhttpd} means: the options of OpenWrt's starting script and
 * the defaults of the program it starts.
 */
final class Uhttpd {
  private static final Pattern PROTECTED = Pattern.compile("(/[^:]*):([^:]*):(.*)");

  private final Section section;
  private final List<Section> all;
  private final Sheet sheet;
  private final Site site;

  private Uhttpd(Section section, List<Section> all, Sheet sheet) {
    this.section = section;
    this.all = all;
    this.sheet = sheet;
    this.site = new Site(section.name(), section.where());
  }

  static void describe(Section section, List<Section> all, Root root, Sheet sheet) {
    Uhttpd server = new Uhttpd(section, all, sheet);
    server.defaults();
    server.sockets();
    server.documents();
    server.programs();
    server.passwords(root);
    Sites.judge(List.of(server.site), sheet);
  }

  private void defaults() {
    // The script starts it as root, and nothing makes it give that up.
    sheet.runsAsRoot.otherwise(true);
    sheet.user.otherwise("root");
    sheet.accessLog.otherwise(false);
    sheet.errorLog.unknown("uhttpd writes errors to its standard error output only");
    sheet.readTimeout.otherwise(30);
    section
        .get("network_timeout")
        .ifPresent(o -> sheet.readTimeout.set(Units.number(o.value(), 30), o.where()));
    flag("rfc1918_filter").ifPresent(o -> sheet.rebindingFilter.set(isOn(o), o.where()));
    flag("no_ubusauth")
        .filter(o -> section.get("ubus_prefix").isPresent())
        .ifPresent(o -> sheet.rpcAuthentication.set(!isOn(o), o.where()));
    flag("ubus_cors").filter(Uhttpd::isOn).ifPresent(o -> sheet.anyOrigin.add("/ubus", o.where()));
    sheet.tlsProtocols.unknown("uhttpd takes what its TLS library gives; there is no setting");
  }

  private void sockets() {
    for (Option plain : section.all("listen_http")) {
      listen(Addresses.listener(plain.value(), 80, Addresses.Security.PLAIN), plain.where());
    }
    List<Option> secure = section.all("listen_https");
    for (Option tls : secure) {
      listen(Addresses.listener(tls.value(), 443, Addresses.Security.TLS), tls.where());
    }
    if (secure.isEmpty()) {
      return;
    }
    flag("redirect_https").filter(Uhttpd::isOn).ifPresent(o -> site.redirects());
    Evidence script = section.where();
    sheet.certificates.add(
        section.get("cert").map(Option::value).orElse("/etc/uhttpd.crt"),
        section.get("cert").map(Option::where).orElse(script));
    sheet.keys.add(
        section.get("key").map(Option::value).orElse("/etc/uhttpd.key"),
        section.get("key").map(Option::where).orElse(script));
  }

  private void listen(Listener listener, Evidence where) {
    site.listeners.add(listener);
    sheet.listen(listener, where);
  }

  private void documents() {
    // Without -h the program serves its working directory, which is the root.
    String home = home();
    Documents.root(
        home.replaceFirst("^/+", ""),
        section.get("home").map(Option::where).orElse(section.where()),
        sheet);
    Optional<Option> unlisted = flag("no_dirlists");
    if (unlisted.filter(Uhttpd::isOn).isEmpty()) {
      sheet.listedPaths.add(home, unlisted.map(Option::where).orElse(section.where()));
    }
    flag("no_symlinks").ifPresent(o -> sheet.symlinks.set(isOn(o) ? "none" : "all", o.where()));
  }

  private String home() {
    return section.get("home").map(Option::value).orElse("/");
  }

  private void programs() {
    Optional<Option> prefix = section.get("cgi_prefix");
    String path = prefix.map(Option::value).orElse("/cgi-bin");
    Evidence where = prefix.map(Option::where).orElse(section.where());
    sheet.cgi.add(path, where);
    sheet.cgiDirectory((home() + path).replaceFirst("^/+", ""), where);
    // Programs behind the prefix write headers of their own.
    site.dynamic();
    for (Option interpreter : section.all("interpreter")) {
      sheet.cgiAnywhere.add(interpreter.value().replaceFirst("=.*$", ""), interpreter.where());
    }
    for (String key : List.of("lua_prefix", "ucode_prefix", "ubus_prefix")) {
      section.all(key).forEach(o -> sheet.cgi.add(o.value().replaceFirst("=.*$", ""), o.where()));
    }
  }

  private void passwords(Root root) {
    for (Option name : section.all("httpauth")) {
      for (Section auth : all) {
        if (auth.type().equals("httpauth") && auth.name().equals(name.value())) {
          login(
              auth.get("prefix").map(Option::value).orElse("/"),
              auth.get("username").map(Option::value).orElse(""),
              auth.get("password").map(Option::value).orElse(""),
              auth.where());
        }
      }
    }
    Optional<Option> busybox = section.get("config");
    Optional<SourceFile> file = busybox.flatMap(o -> root.file(o.value()));
    if (file.isEmpty()) {
      busybox.ifPresent(o -> sheet.missingIncludes.add(o.value(), o.where()));
      return;
    }
    for (SourceFile.Line line : file.get().lines()) {
      Matcher rule = PROTECTED.matcher(line.text().strip());
      if (rule.matches()) {
        Evidence where = Evidence.line(file.get().path(), line.number(), rule.group(1) + ":…");
        login(rule.group(1), rule.group(2), rule.group(3), where);
      }
    }
  }

  private void login(String prefix, String user, String secret, Evidence where) {
    sheet.basicAuth.add(prefix, where);
    site.login(prefix, where);
    // `$p$root` takes the password of the system's account.
    String scheme = secret.startsWith("$p$") ? "system" : Passwords.scheme(secret);
    Evidence masked = new Evidence(where.artifact(), where.place(), user + ":… (" + scheme + ")");
    sheet.password(new Password(sheet.config.node().inRoot(), user, scheme), masked);
  }

  private Optional<Option> flag(String key) {
    return section.get(key);
  }

  /** As config_get_bool of OpenWrt's functions.sh has it. */
  private static boolean isOn(Option option) {
    return switch (option.value()) {
      case "1", "on", "true", "yes", "enabled" -> true;
      default -> false;
    };
  }
}
