package dev.assay.inspect.web;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.web.JettyXml.Setting;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a Jetty configuration means: modules and properties of {@code start.ini}, and the XML files
 * beside it (Jetty 9.4 to 12, "Operations Guide").
 */
final class Jetty {
  private static final Set<String> MANAGEMENT =
      Set.of("jmx-remote", "jolokia", "hawtio", "jminix", "jamon");
  private static final Set<String> CONNECTORS =
      Set.of(
          "ServerConnector",
          "SelectChannelConnector",
          "SocketConnector",
          "SslSelectChannelConnector",
          "SslSocketConnector",
          "NetworkTrafficSelectChannelConnector");

  /**
   * What older releases shipped in jetty-ssl-context.xml: the words storepwd and keypwd, hidden.
   */
  private static final Set<String> DEFAULT_PASSWORDS =
      Set.of(
          "OBF:1vny1zlo1x8e1vnw1vn61x8g1zlu1vn4",
          "OBF:1u2u1wml1z7s1z7a1wnl1u2g",
          "storepwd",
          "changeit");

  private final JettyIni ini;
  private final List<Setting> settings;
  private final Sheet sheet;
  private final List<Site> sites = new ArrayList<>();

  private Jetty(JettyIni ini, List<Setting> settings, Sheet sheet) {
    this.ini = ini;
    this.settings = settings;
    this.sheet = sheet;
  }

  static void describe(
      JettyIni ini,
      List<Setting> settings,
      Optional<SourceFile> webDefault,
      Root root,
      Sheet sheet) {
    Jetty server = new Jetty(ini, settings, sheet);
    server.modules();
    server.http();
    server.connectors();
    server.tls();
    JettyWebDefault.describe(webDefault, sheet);
    server.account(root);
    server.realms(root);
    Sites.judge(server.sites, sheet);
  }

  private void modules() {
    ini.modules().forEach((module, where) -> sheet.modules.add(module, where));
    for (String module : MANAGEMENT) {
      ini.module(module).ifPresent(where -> sheet.managementPorts.add("module " + module, where));
    }
    ini.arguments()
        .forEach(
            (argument, where) -> {
              if (argument.contains("jdwp")) {
                sheet.managementPorts.add("remote debugging", where);
              }
              if (argument.contains("jmxremote.port")) {
                sheet.managementPorts.add("remote JMX", where);
              }
            });
    ini.where("com.sun.management.jmxremote.port")
        .ifPresent(where -> sheet.managementPorts.add("remote JMX", where));
    ini.module("proxy").ifPresent(where -> sheet.openProxies.add("module proxy", where));
    ini.modules()
        .forEach(
            (module, where) -> {
              if (module.startsWith("demo") || module.equals("test")) {
                sheet.defaultContent.add("module " + module, where);
              }
            });
    for (String module : List.of("threadlimit", "acceptratelimit", "dos")) {
      ini.module(module).ifPresent(where -> sheet.clientLimits.add("module " + module, where));
    }
    ini.module("requestlog", "customrequestlog")
        .ifPresent(where -> sheet.accessLog.set(true, where));
    set("RequestLog").forEach(log -> sheet.accessLog.set(true, log.where()));
    sheet.errorLog.unknown(
        "Jetty logs to its standard error output unless a logging module takes over");
    ini.module("logging", "console-capture", "logging-logback", "logging-log4j2", "logging-slf4j")
        .ifPresent(where -> sheet.errorLog.set(true, where));
    sheet.bodyLimit.unknown("each application of Jetty decides the size of what it reads");
    sheet.symlinks.otherwise("none");
    if (ini.module("symlink-allowed", "resources-symlink").isPresent()) {
      sheet.symlinks.otherwise("all");
    }
  }

  private void http() {
    boolean shown =
        ini.get("jetty.httpConfig.sendServerVersion", "jetty.send.server.version")
            .map(Boolean::parseBoolean)
            .orElse(true);
    Optional<Evidence> where =
        ini.where("jetty.httpConfig.sendServerVersion", "jetty.send.server.version");
    for (Setting set : set("sendServerVersion")) {
      shown = Boolean.parseBoolean(set.value());
      where = where.or(() -> Optional.of(set.where()));
    }
    boolean told = shown;
    sheet.versionInHeaders.otherwise(told);
    sheet.versionInErrorPages.otherwise(told);
    where.ifPresent(
        at -> {
          sheet.versionInHeaders.set(told, at);
          sheet.versionInErrorPages.set(told, at);
        });
    sheet.readTimeout.otherwise(30);
    for (String name : List.of("jetty.http.idleTimeout", "jetty.ssl.idleTimeout", "http.timeout")) {
      ini.get(name)
          .ifPresent(
              millis -> {
                int seconds = (Units.number(millis, 30_000) + 999) / 1000;
                if (!sheet.readTimeout.isSet() || seconds > sheet.readTimeout.get()) {
                  sheet.readTimeout.set(
                      Math.max(0, seconds), ini.where(name).orElse(sheet.config.whole(name)));
                }
              });
    }
  }

  /** Connectors of modules, and those that XML files make. */
  private void connectors() {
    ini.module("http", "http-forwarded")
        .ifPresent(w -> connector("jetty.http", "jetty.port", 8080, Addresses.Security.PLAIN, w));
    ini.module("https", "http2", "ssl", "http3")
        .ifPresent(w -> connector("jetty.ssl", "ssl.port", 8443, Addresses.Security.TLS, w));
    if (!sites.isEmpty()) {
      return;
    }
    Map<Integer, List<Setting>> made = new LinkedHashMap<>();
    for (Setting setting : settings) {
      if (CONNECTORS.contains(setting.type())) {
        made.computeIfAbsent(setting.object(), k -> new ArrayList<>()).add(setting);
      }
    }
    for (List<Setting> connector : made.values()) {
      Optional<Setting> port = connector.stream().filter(s -> s.name().equals("port")).findFirst();
      String host =
          connector.stream()
              .filter(s -> s.name().equals("host"))
              .map(Setting::value)
              .findFirst()
              .orElse("");
      String type = connector.getFirst().type();
      boolean tls =
          type.startsWith("Ssl")
              || connector.stream().anyMatch(s -> s.value().contains("SslConnectionFactory"))
              || settings.stream()
                  .anyMatch(
                      s ->
                          s.type().equals("SslConnectionFactory")
                              && s.object() > connector.getFirst().object());
      port.ifPresent(
          p ->
              site(
                  host,
                  Units.number(p.value(), 8080),
                  tls ? Addresses.Security.TLS : Addresses.Security.PLAIN,
                  p.where()));
    }
  }

  private void connector(
      String prefix, String old, int preset, Addresses.Security security, Evidence module) {
    String host = ini.get(prefix + ".host", "jetty.host").orElse("");
    int port = Units.number(ini.get(prefix + ".port", old).orElse(""), preset);
    site(host, port, security, ini.where(prefix + ".port", prefix + ".host", old).orElse(module));
  }

  private void site(String host, int port, Addresses.Security security, Evidence where) {
    String all = Set.of("0.0.0.0", "::", "[::]").contains(host) ? "" : host;
    Site site = new Site(all.isEmpty() ? "*:" + port : all + ":" + port, where);
    site.listeners.add(
        new WebServerFacts.Listener(
            all, port, security == Addresses.Security.TLS, Addresses.isLoopback(all)));
    // Applications send headers of their own.
    site.dynamic();
    String age = ini.get("jetty.ssl.stsMaxAgeSeconds").orElse("-1");
    if (site.isTls() && !age.startsWith("-")) {
      site.header(
          "Strict-Transport-Security",
          "max-age=" + age,
          ini.where("jetty.ssl.stsMaxAgeSeconds").orElse(where));
    }
    sites.add(site);
  }

  private void tls() {
    sheet.tlsProtocols.unknown("which versions are left depends on the Java runtime");
    if (sites.stream().noneMatch(Site::isTls)) {
      return;
    }
    for (Setting set : settings) {
      switch (set.name().toLowerCase(Locale.ROOT)) {
        case "includeprotocols" -> words(set).forEach(p -> sheet.tlsProtocols.add(p, set.where()));
        case "includeciphersuites" -> {
          sheet.ciphers.add(set.value(), set.where());
          Ciphers.weak(set.value()).forEach(weak -> sheet.weakCiphers.add(weak, set.where()));
        }
        case "keystorepassword" -> {
          if (DEFAULT_PASSWORDS.contains(set.value())) {
            sheet.defaultKeyPassword.set(true, set.where());
          }
        }
        case "keystorepath" -> {
          if (!set.value().isEmpty()) {
            sheet.keys.add(set.value(), set.where());
          }
        }
        default -> {
          // Without bearing on a fact.
        }
      }
    }
    ini.get("jetty.sslContext.keyStorePath", "jetty.keystore")
        .ifPresent(
            path ->
                sheet.keys.add(
                    path,
                    ini.where("jetty.sslContext.keyStorePath", "jetty.keystore")
                        .orElse(sheet.config.whole(path))));
    String password =
        ini.get("jetty.sslContext.keyStorePassword", "jetty.keystore.password").orElse("");
    Optional<Evidence> where =
        ini.where("jetty.sslContext.keyStorePassword", "jetty.keystore.password");
    where.ifPresent(at -> sheet.defaultKeyPassword.set(DEFAULT_PASSWORDS.contains(password), at));
    if (where.isEmpty() && set("KeyStorePassword").isEmpty()) {
      sheet.defaultKeyPassword.unknown("the password of the key store is set nowhere in the image");
    }
  }

  private static List<String> words(Setting set) {
    return List.of(set.value().strip().split("[,\\s]+"));
  }

  private List<Setting> set(String name) {
    return settings.stream().filter(s -> s.name().equalsIgnoreCase(name)).toList();
  }

  /** Users and passwords in files beside the configuration. */
  private void realms(Root root) {
    String path = sheet.config.node().inRoot();
    String directory = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    settings.stream()
        .filter(set -> set.type().equals("HashLoginService") && set.name().equals("config"))
        .map(Setting::value)
        .distinct()
        .forEach(named -> JettyRealm.read(root, named, directory, sheet));
  }

  private void account(Root root) {
    sheet.user.unknown("what starts Jetty decides the account");
    sheet.runsAsRoot.unknown("what starts Jetty decides the account");
    StartedAs.tell(root, "jetty", sheet);
    ini.get("jetty.setuid.userName")
        .filter(name -> ini.module("setuid").isPresent())
        .ifPresent(
            name -> {
              Evidence where =
                  ini.where("jetty.setuid.userName").orElse(sheet.config.whole("setuid"));
              sheet.user.set(name, where);
              sheet.runsAsRoot.set(name.equals("root"), where);
            });
  }
}
