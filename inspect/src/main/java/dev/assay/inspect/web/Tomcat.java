package dev.assay.inspect.web;

import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a Tomcat configuration means: {@code server.xml}, and what {@code web.xml} and {@code
 * context.xml} beside it give all applications (Tomcat 7 to 11, "Configuration Reference").
 */
final class Tomcat {
  /** connectionTimeout where nothing sets it, in milliseconds. */
  private static final int TIMEOUT = 60_000;

  private final TomcatPlaces places;
  private final List<XmlElement> elements;
  private final Sheet sheet;
  private final List<Site> sites = new ArrayList<>();

  private Tomcat(TomcatPlaces places, List<XmlElement> elements, Sheet sheet) {
    this.places = places;
    this.elements = elements;
    this.sheet = sheet;
  }

  static void describe(TomcatPlaces places, List<XmlElement> elements, Sheet sheet) {
    Tomcat server = new Tomcat(places, elements, sheet);
    server.shutdown();
    server.connectors();
    server.hosts();
    server.runtime();
    server.account();
    server.forAllApplications();
    new TomcatApplications(places, elements, server.sites, sheet).judge();
    Sites.judge(server.sites, sheet);
  }

  private List<XmlElement> named(String name) {
    return elements.stream().filter(each -> each.name().equals(name)).toList();
  }

  /** Whoever reaches this port stops the server by a word. */
  private void shutdown() {
    for (XmlElement server : named("Server")) {
      int port = Units.number(server.get("port").map(TomcatPlaces::filled).orElse(""), 8005);
      String address = server.get("address").orElse("localhost");
      if (port > 0 && !Addresses.isLoopback(address)) {
        sheet.managementPorts.add("shutdown port " + port, server.where("address").orElseThrow());
      }
    }
    for (XmlElement listener : named("Listener")) {
      if (listener.type().equals("JmxRemoteLifecycleListener")) {
        sheet.managementPorts.add("remote JMX", listener.where("className").orElseThrow());
      }
    }
  }

  private void connectors() {
    sheet.trace.otherwise(false);
    sheet.readTimeout.otherwise(TIMEOUT / 1000);
    TomcatTls tls = new TomcatTls(places, sheet);
    for (XmlElement connector : named("Connector")) {
      int port = Units.number(connector.get("port").map(TomcatPlaces::filled).orElse(""), 0);
      if (port < 0) {
        continue;
      }
      Evidence where = connector.where("port", "protocol").orElse(sheet.config.whole("Connector"));
      if (connector.get("protocol").orElse("").toLowerCase(Locale.ROOT).contains("ajp")) {
        new TomcatAjp(connector, port, where, sheet).judge();
        continue;
      }
      boolean encrypted = connector.says(false, "SSLEnabled");
      String host = host(connector);
      Site site = new Site((host.isEmpty() ? "*" : host) + ":" + port, where);
      site.listeners.add(
          new WebServerFacts.Listener(host, port, encrypted, Addresses.isLoopback(host)));
      // Applications send headers of their own.
      site.dynamic();
      sites.add(site);
      if (encrypted) {
        tls.judge(connector, elements.stream().filter(connector::holds).toList());
      }
      requests(connector, where);
    }
    if (sites.stream().noneMatch(Site::isTls)) {
      sheet.tlsProtocols.unknown("which versions are left depends on the Java runtime");
    }
  }

  private static String host(XmlElement connector) {
    String address = TomcatPlaces.filled(connector.get("address").orElse(""));
    return address.equals("0.0.0.0") || address.equals("::") ? "" : address;
  }

  private void requests(XmlElement connector, Evidence connectorAt) {
    if (connector.says(false, "allowTrace")) {
      sheet.trace.set(true, connector.where("allowTrace").orElseThrow());
    }
    connector
        .get("server")
        .filter(shown -> shown.matches(".*\\d.*"))
        .ifPresent(
            shown -> sheet.versionInHeaders.set(true, connector.where("server").orElseThrow()));
    if (connector.says(false, "xpoweredBy")) {
      sheet.versionInHeaders.set(true, connector.where("xpoweredBy").orElseThrow());
    }
    int millis =
        Units.number(
            connector.get("connectionTimeout").map(TomcatPlaces::filled).orElse(""), TIMEOUT);
    int seconds = millis < 0 ? 0 : (int) ((millis + 999L) / 1000);
    boolean longer =
        seconds == 0 || sheet.readTimeout.get() != 0 && seconds > sheet.readTimeout.get();
    if (!sheet.readTimeout.isSet() || longer) {
      sheet.readTimeout.set(seconds, connector.where("connectionTimeout").orElse(connectorAt));
    }
    for (String loose : List.of("relaxedPathChars", "relaxedQueryChars")) {
      connector.where(loose).ifPresent(where -> sheet.looseParsing.add(loose, where));
    }
    if (connector.says(false, "allowHostHeaderMismatch")) {
      sheet.looseParsing.add(
          "allowHostHeaderMismatch", connector.where("allowHostHeaderMismatch").orElseThrow());
    }
  }

  private void hosts() {
    sheet.versionInErrorPages.otherwise(true);
    sheet.errorLog.otherwise(true);
    sheet.bodyLimit.unknown("each application of Tomcat decides the size of what it reads");
    List<XmlElement> valves = named("Valve");
    for (XmlElement host : named("Host")) {
      errorPages(host, valves);
      if (host.says(true, "autoDeploy")) {
        String base = host.get("appBase").orElse("webapps");
        sheet.autoDeploy.add(
            places.path(base), host.where("autoDeploy", "appBase", "name").orElse(whole()));
      }
    }
    for (XmlElement valve : valves) {
      Evidence where = valve.where("className").orElse(whole());
      switch (valve.type()) {
        case "AccessLogValve",
            "ExtendedAccessLogValve",
            "JsonAccessLogValve",
            "JDBCAccessLogValve" ->
            sheet.accessLog.set(true, where);
        case "RequestDumperValve" -> sheet.debugLogging.add("RequestDumperValve", where);
        case "SSLValve" -> {
          // It takes the client's certificate out of a header.
          if (sites.stream().anyMatch(Site::isExposed)) {
            sheet.trustingConnectors.add("SSLValve", where);
          }
        }
        default -> {
          // Without bearing on a fact.
        }
      }
    }
    for (XmlElement realm : named("Realm")) {
      if (realm.type().equals("LockOutRealm")) {
        sheet.clientLimits.add("LockOutRealm", realm.where("className").orElse(whole()));
      }
    }
  }

  /** One host whose error pages tell the version decides. */
  private void errorPages(XmlElement host, List<XmlElement> valves) {
    Optional<XmlElement> report =
        valves.stream()
            .filter(valve -> host.holds(valve) && valve.type().equals("ErrorReportValve"))
            .findFirst();
    if (report.isEmpty() && host.get("errorReportValveClass").isPresent()) {
      sheet.versionInErrorPages.unknown("a class of the product's own writes error pages");
      return;
    }
    boolean shown = report.isEmpty() || report.get().says(true, "showServerInfo");
    if (shown || !sheet.versionInErrorPages.isSet()) {
      sheet.versionInErrorPages.set(
          shown,
          report
              .flatMap(valve -> valve.where("showServerInfo", "className"))
              .or(() -> host.where("name"))
              .orElse(whole()));
    }
  }

  private void runtime() {
    for (SourceFile file : places.starts()) {
      for (SourceFile.Line line : file.lines()) {
        if (!line.text().strip().startsWith("#")) {
          if (line.text().contains("jdwp")) {
            sheet.managementPorts.add("remote debugging", Excerpts.at(file, line));
          }
          if (line.text().contains("jmxremote.port")) {
            sheet.managementPorts.add("remote JMX", Excerpts.at(file, line));
          }
        }
      }
    }
  }

  private void account() {
    sheet.user.unknown("what starts Tomcat decides the account");
    sheet.runsAsRoot.unknown("what starts Tomcat decides the account");
    StartedAs.tell(places.root(), "tomcat", sheet);
  }

  private void forAllApplications() {
    sheet.symlinks.otherwise("none");
    places
        .configured("context.xml")
        .map(file -> XmlElement.of(XmlFile.read(file.in(sheet.config))))
        .ifPresent(
            context ->
                context.stream()
                    .filter(each -> each.says(false, "allowLinking"))
                    .forEach(
                        each ->
                            sheet.symlinks.set("all", each.where("allowLinking").orElseThrow())));
    Optional<WebXml> web = places.configured("web.xml").map(WebXml::read).filter(WebXml::isWhole);
    if (web.isEmpty()) {
      String why = "web.xml, which is for all applications, is not in the image or damaged";
      sheet.listedPaths.unknown(why);
      sheet.writePlaces.unknown(why);
      sheet.openWrites.unknown(why);
      return;
    }
    web.get().servlets().stream()
        .filter(servlet -> servlet.is("DefaultServlet"))
        .forEach(this::files);
    web.get().filters().forEach(this::filter);
  }

  private void files(WebXml.Part servlet) {
    servlet
        .parameter("listings")
        .filter(value -> value.value().equalsIgnoreCase("true"))
        .ifPresent(value -> sheet.listedPaths.add("web applications", value.at()));
    servlet
        .parameter("readonly")
        .filter(value -> value.value().equalsIgnoreCase("false"))
        .ifPresent(
            value -> {
              sheet.writePlaces.add("web applications", value.at());
              sheet.openWrites.add("web applications", value.at());
            });
  }

  private void filter(WebXml.Part filter) {
    if (filter.is("HttpHeaderSecurityFilter")) {
      for (Site site : sites) {
        headers(site, filter);
      }
    }
    if (filter.is("CorsFilter")) {
      filter
          .parameter("cors.allowed.origins")
          .filter(value -> value.value().contains("*"))
          .ifPresent(value -> sheet.anyOrigin.add("web applications", value.at()));
    }
    if (filter.is("RequestDumperFilter")) {
      sheet.debugLogging.add("RequestDumperFilter", filter.type().at());
    }
    if (filter.is("RateLimitFilter")) {
      sheet.clientLimits.add("RateLimitFilter", filter.type().at());
    }
  }

  private static void headers(Site site, WebXml.Part filter) {
    Evidence where = filter.type().at();
    if (isOn(filter, "blockContentTypeSniffingEnabled")) {
      site.header("X-Content-Type-Options", "nosniff", where);
    }
    if (isOn(filter, "antiClickJackingEnabled")) {
      site.header("X-Frame-Options", "DENY", where);
    }
    if (site.isTls() && isOn(filter, "hstsEnabled")) {
      Optional<Setting> age = filter.parameter("hstsMaxAgeSeconds");
      site.header(
          "Strict-Transport-Security",
          "max-age=" + age.map(Setting::value).orElse("0"),
          age.map(Setting::at).orElse(where));
    }
  }

  private static boolean isOn(WebXml.Part filter, String parameter) {
    return filter.parameter(parameter).map(each -> each.value().equals("true")).orElse(true);
  }

  private Evidence whole() {
    return sheet.config.whole("by default");
  }
}
