package dev.assay.inspect.web;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One component for each web server that a root configures. */
public final class WebServerInspector implements Inspector {
  public static final Kind<WebServerFacts> KIND =
      Kind.of("web-server", WebServerFacts.class, "Web server");

  private static final int MOST_SERVERS = 100;

  private static final Pattern APACHE =
      Pattern.compile(
          "(?im)^[ \\t]*(ServerRoot|Listen|LoadModule|DocumentRoot|<VirtualHost|Include)\\b");

  private static final Map<String, Set<String>> PROGRAMS =
      Map.of(
          "nginx", Set.of("path:/usr/sbin/nginx"),
          "apache", Set.of("path:/usr/sbin/apache2", "path:/usr/sbin/httpd"),
          "lighttpd", Set.of("path:/usr/sbin/lighttpd"),
          "uhttpd", Set.of("path:/usr/sbin/uhttpd"));

  /** Manuals, samples and sources, whose configurations no server reads. */
  private static final Pattern NOT_IN_USE =
      Pattern.compile(
          "(?i)(.*/)?(usr/share|usr/lib|usr/src|usr/include|doc|docs|examples?|samples?|templates?"
              + "|tests?|rom|defaults?|conf-available|mods-available|sites-available)/.*|.*!/.*");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of(
        "nginx.conf",
        "nginx/*",
        "nginx/*/*",
        "nginx/*/*/*",
        "lighttpd.conf",
        "lighttpd/*",
        "lighttpd/*/*",
        "apache2.conf",
        "httpd.conf",
        "apache2/*",
        "apache2/*/*",
        "httpd/*",
        "httpd/*/*",
        "etc/sysconfig/httpd",
        "etc/passwd",
        "*.htpasswd",
        "*.htdigest",
        "htpasswd*",
        "html/index.html",
        "htdocs/index.html",
        "www/index.html",
        "etc/config/uhttpd",
        "etc/httpd.conf",
        "start.ini",
        "start.d/*.ini",
        "jetty*.xml",
        "webdefault*.xml",
        "etc/default/jetty*",
        "jetty*.service",
        "lighttpd.service");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    int found = 0;
    for (Node node : root.nodes()) {
      if (found < MOST_SERVERS && node.isFile() && !NOT_IN_USE.matcher(node.inRoot()).matches()) {
        found += server(root, node, findings);
      }
    }
  }

  private static int server(Root root, Node node, Findings findings) {
    return switch (node.name()) {
      case "nginx.conf" -> read(root, node, file -> nginx(root, file, findings));
      case "lighttpd.conf" -> read(root, node, file -> lighttpd(root, file, findings));
      case "apache2.conf", "httpd.conf" -> read(root, node, file -> apache(root, file, findings));
      case "uhttpd" ->
          node.inRoot().equals("etc/config/uhttpd")
              ? read(root, node, file -> uhttpd(root, file, findings))
              : 0;
      case "start.ini" -> read(root, node, file -> jetty(root, file, findings));
      case "jetty.xml" ->
          hasStartIni(root, node) ? 0 : read(root, node, file -> jetty(root, file, findings));
      default -> 0;
    };
  }

  /** Files of XML beside or below a start.ini belong to it. */
  private static boolean hasStartIni(Root root, Node node) {
    String directory = parent(node.inRoot());
    return root.node(directory + "/start.ini").isPresent()
        || root.node(parent(directory) + "/start.ini").isPresent()
        || root.node(directory + "/start.d").isPresent();
  }

  /** Reads a main configuration once, at its real place. */
  private static int read(Root root, Node node, Consumer<SourceFile> reader) {
    Optional<SourceFile> file = root.file(node.inRoot());
    file.ifPresent(reader);
    return file.isPresent() ? 1 : 0;
  }

  private static void nginx(Root root, SourceFile file, Findings findings) {
    Includes includes = new Includes(root, directory(file));
    Sheet sheet = sheet("nginx", file, findings);
    Nginx.describe(NginxReader.read(file, includes), includes, sheet);
    complete(root, includes, sheet);
  }

  private static void lighttpd(Root root, SourceFile file, Findings findings) {
    Includes includes = new Includes(root, directory(file));
    Sheet sheet = sheet("lighttpd", file, findings);
    Lighttpd.describe(LighttpdReader.read(file, includes), includes, sheet);
    complete(root, includes, sheet);
  }

  private static void apache(Root root, SourceFile file, Findings findings) {
    // busybox httpd has a file of this name too, with lines such as `A:10.0.0.0/8`.
    if (!APACHE.matcher(file.text()).find()) {
      return;
    }
    Includes includes = new Includes(root, directory(file));
    Map<String, String> environment =
        Environment.read(root, List.of(directory(file) + "/envvars", "etc/sysconfig/httpd"));
    Sheet sheet = sheet("apache", file, findings);
    Apache.describe(ApacheReader.read(file, environment, includes), includes, sheet);
    complete(root, includes, sheet);
  }

  private static void uhttpd(Root root, SourceFile file, Findings findings) {
    List<UciReader.Section> sections = UciReader.read(file);
    for (UciReader.Section section : sections) {
      if (section.type().equals("uhttpd")) {
        Draft draft =
            findings
                .component(KIND, file.path() + "#" + section.name(), "uhttpd " + section.name())
                .artifact(file.path());
        Sheet sheet = new Sheet("uhttpd", file, draft);
        Uhttpd.describe(section, sections, root, sheet);
        Includes none = new Includes(root, "");
        none.main(file, each -> {});
        complete(root, none, sheet);
      }
    }
  }

  private static void jetty(Root root, SourceFile file, Findings findings) {
    String base = directory(file);
    Includes includes = new Includes(root, base);
    List<SourceFile> inis = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    boolean listed = file.node().name().equals("start.ini");
    includes.main(file, each -> (listed ? inis : files).add(each));
    includes.each("start.d/*.ini", Includes.Presence.OPTIONAL, inis::add);
    JettyIni ini = JettyIni.read(inis);
    if (listed && !ini.isJetty()) {
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
        root.file(base + "/webdefault.xml").or(() -> root.file(base + "/etc/webdefault.xml"));
    Sheet sheet = sheet("jetty", file, findings);
    Jetty.describe(ini, settings, webDefault, root, sheet);
    complete(root, includes, sheet);
  }

  private static String parent(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static String directory(SourceFile file) {
    return parent(file.node().inRoot());
  }

  private static Sheet sheet(String product, SourceFile file, Findings findings) {
    return new Sheet(product, file, findings.component(KIND, file.path(), product));
  }

  private static void complete(Root root, Includes includes, Sheet sheet) {
    includes
        .missing()
        .forEach(each -> sheet.missingIncludes.add(each, sheet.config.whole("includes " + each)));
    Documents.judge(root, sheet);
    Material.judge(root, includes.read(), sheet);
    sheet.complete(signs(sheet, includes));
  }

  private static RiskSigns signs(Sheet sheet, Includes includes) {
    long bytes = includes.read().stream().mapToLong(file -> file.bytes().length).sum();
    boolean root = sheet.runsAsRoot.get();
    boolean java = sheet.product.equals("jetty");
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
