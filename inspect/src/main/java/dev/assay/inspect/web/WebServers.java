package dev.assay.inspect.web;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Describes the server of one main configuration: reads it, interprets it, judges its files. */
final class WebServers {
  /** busybox httpd has a file of the name httpd.conf too, with lines such as A:10.0.0.0/8. */
  private static final Pattern APACHE =
      Pattern.compile(
          "(?im)^[ \\t]*(ServerRoot|Listen|LoadModule|DocumentRoot|<VirtualHost|Include)\\b");

  private static final int MOST_SECTIONS = 50;

  private static final Map<String, Set<String>> PROGRAMS =
      Map.of(
          "nginx", Set.of("path:/usr/sbin/nginx"),
          "apache", Set.of("path:/usr/sbin/apache2", "path:/usr/sbin/httpd"),
          "lighttpd", Set.of("path:/usr/sbin/lighttpd"),
          "uhttpd", Set.of("path:/usr/sbin/uhttpd"));

  private static final Set<String> JAVA = Set.of("jetty", "tomcat");

  private final Root root;
  private final Findings findings;

  WebServers(Root root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /**
   * @param node the name under which the server finds its configuration
   * @param file the file it leads to
   */
  void describe(Node node, SourceFile file) {
    String directory = parent(node.inRoot());
    switch (node.name()) {
      case "nginx.conf" -> nginx(file, directory);
      case "lighttpd.conf" -> lighttpd(file, directory);
      case "apache2.conf", "httpd.conf" -> apache(file, directory);
      case "uhttpd" -> {
        if (node.inRoot().equals("etc/config/uhttpd")) {
          uhttpd(file);
        }
      }
      case "jetty.xml" -> {
        if (!hasStartIni(directory)) {
          jetty(file, directory);
        }
      }
      case "server.xml" -> tomcat(file, directory);
      default -> jetty(file, directory);
    }
  }

  private void nginx(SourceFile file, String directory) {
    Includes includes = new Includes(root, directory);
    Sheet sheet = sheet("nginx", file);
    Nginx.describe(NginxReader.read(file, includes), includes, sheet);
    complete(includes, sheet);
  }

  private void lighttpd(SourceFile file, String directory) {
    Includes includes = new Includes(root, directory);
    LighttpdConfig config = LighttpdReader.read(file, includes);
    if (!directory.endsWith("lighttpd") && isPiece(config, includes)) {
      return;
    }
    Sheet sheet = sheet("lighttpd", file);
    StartedAs.tell(root, "lighttpd", sheet);
    Lighttpd.describe(config, includes, sheet);
    complete(includes, sheet);
  }

  /**
   * Whether it is what a web application adds to the server's own configuration: lighttpd does not
   * start without {@code server.document-root}.
   */
  private static boolean isPiece(LighttpdConfig config, Includes includes) {
    return config.all("server.document-root").isEmpty() && includes.missing().isEmpty();
  }

  private void apache(SourceFile file, String directory) {
    if (!APACHE.matcher(file.text()).find()) {
      return;
    }
    Includes includes = new Includes(root, directory);
    Map<String, String> environment =
        Environment.read(root, List.of(directory + "/envvars", "etc/sysconfig/httpd"));
    Sheet sheet = sheet("apache", file);
    Apache.describe(ApacheReader.read(file, environment, includes), includes, sheet);
    complete(includes, sheet);
  }

  private void uhttpd(SourceFile file) {
    List<UciReader.Section> sections = UciReader.read(file);
    if (UciReader.isCut(sections)) {
      findings.more(WebServerInspector.KIND, file.path(), "it has more sections than are read");
    }
    int servers = 0;
    for (UciReader.Section section : sections) {
      if (section.type().equals("uhttpd") && ++servers > MOST_SECTIONS) {
        findings.more(
            WebServerInspector.KIND, file.path(), "more than " + MOST_SECTIONS + " servers");
        return;
      }
      if (section.type().equals("uhttpd")) {
        Draft draft =
            findings
                .component(
                    WebServerInspector.KIND,
                    file.path() + "#" + section.name(),
                    "uhttpd " + section.name())
                .artifact(file.path());
        Sheet sheet = new Sheet(WebDefaults.of("uhttpd", root), file, draft);
        Uhttpd.describe(section, sections, root, sheet);
        Includes alone = new Includes(root, "");
        alone.main(file, each -> {});
        complete(alone, sheet);
      }
    }
  }

  private void jetty(SourceFile file, String directory) {
    Includes includes = new Includes(root, directory);
    List<SourceFile> inis = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    boolean listed = file.node().name().equals("start.ini");
    includes.main(file, each -> (listed ? inis : files).add(each));
    includes.each("start.d/*.ini", Includes.Presence.OPTIONAL, inis::add);
    JettyIni ini = JettyIni.read(inis);
    if (listed && !ini.isJetty()) {
      if (ini.isCut()) {
        findings.more(WebServerInspector.KIND, file.path(), "it has more settings than are read");
      }
      return;
    }
    for (String xml : List.of("jetty*.xml", "etc/jetty*.xml")) {
      includes.each(
          xml,
          Includes.Presence.OPTIONAL,
          each -> {
            if (ini.activates(each.node().name())) {
              files.add(each);
            }
          });
    }
    List<JettyXml.Setting> settings = new ArrayList<>();
    for (SourceFile xml : files) {
      JettyXml.read(xml, ini.properties())
          .ifPresentOrElse(settings::addAll, () -> includes.missing(xml.node().inRoot()));
    }
    Optional<SourceFile> webDefault =
        root.file(directory + "/webdefault.xml")
            .or(() -> root.file(directory + "/etc/webdefault.xml"));
    Sheet sheet = sheet("jetty", file);
    Jetty.describe(ini, settings, webDefault, root, sheet);
    complete(includes, sheet);
  }

  private void tomcat(SourceFile file, String directory) {
    FlatSettings settings = XmlFile.read(file);
    if (!settings.has("Server.Service")) {
      if (settings.cut()) {
        findings.more(WebServerInspector.KIND, file.path(), "it has more settings than are read");
      }
      return;
    }
    Includes includes = new Includes(root, directory);
    includes.main(file, each -> {});
    if (!settings.whole()) {
      includes.missing(file.node().inRoot());
    }
    Sheet sheet = sheet("tomcat", file);
    Tomcat.describe(TomcatPlaces.of(root, directory), XmlElement.of(settings), sheet);
    complete(includes, sheet);
  }

  /** Files of XML beside or below a start.ini belong to it. */
  private boolean hasStartIni(String directory) {
    return root.node(directory + "/start.ini").isPresent()
        || root.node(parent(directory) + "/start.ini").isPresent()
        || root.isDirectory(directory + "/start.d");
  }

  private static String parent(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private Sheet sheet(String product, SourceFile file) {
    return new Sheet(
        WebDefaults.of(product, root),
        file,
        findings.component(WebServerInspector.KIND, file.path(), product));
  }

  private void complete(Includes includes, Sheet sheet) {
    for (String missing : includes.missing()) {
      sheet.missingIncludes.add(missing, sheet.config.whole("includes " + missing));
    }
    Documents.judge(root, sheet);
    Material.judge(root, includes.read(), sheet);
    sheet.complete(signs(sheet, includes));
  }

  private static RiskSigns signs(Sheet sheet, Includes includes) {
    long bytes = includes.read().stream().mapToLong(file -> file.bytes().length).sum();
    boolean root = sheet.runsAsRoot.get();
    boolean java = JAVA.contains(sheet.product);
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withSurface(bytes, sheet.listeners.size(), "its configuration and its sockets")
            .withMemoryUnsafe(
                !java, sheet.product + (java ? " is written in Java" : " is written in C"))
            .withParsesInput(true, "parses HTTP of anybody who can connect")
            .withPrivilege(
                root ? RiskSigns.Privilege.FULL : RiskSigns.Privilege.SERVICE,
                root ? "handles requests as root" : "handles requests with an account of its own")
            .withLinks(Set.of(), PROGRAMS.getOrDefault(sheet.product, Set.of()), Set.of());
    if (sheet.exposed.get()) {
      return signs.withExposure(RiskSigns.Exposure.LISTENS, "answers other hosts");
    }
    return sheet.exposed.isSet()
        ? signs.withExposure(RiskSigns.Exposure.NONE, "answers the device itself only")
        : signs;
  }
}
