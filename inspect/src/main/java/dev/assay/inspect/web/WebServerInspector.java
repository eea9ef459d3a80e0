package dev.assay.inspect.web;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
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
    return List.of("nginx.conf", "nginx/*", "nginx/*/*", "nginx/*/*/*");
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
      default -> 0;
    };
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

  private static String directory(SourceFile file) {
    String path = file.node().inRoot();
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
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
