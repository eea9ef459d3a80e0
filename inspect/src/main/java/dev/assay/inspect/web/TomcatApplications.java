package dev.assay.inspect.web;

import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The applications that a Tomcat starts: folders below the hosts' {@code appBase}, and those that a
 * descriptor in {@code Catalina/localhost} names (Tomcat User Guide, "Web Application Deployment").
 */
final class TomcatApplications {
  private static final int MOST = 500;

  private static final Set<String> MANAGERS =
      Set.of("Tomcat Manager Application", "Tomcat Host Manager Application");
  private static final Set<String> CAME_WITH = Set.of("Welcome to Tomcat", "Tomcat Documentation");
  private static final Set<String> EXAMPLES =
      Set.of(
          "Servlet and JSP Examples",
          "Servlet 2.4 Examples",
          "JSP 2.0 Examples",
          "Tomcat Examples");

  private static final Set<String> ADDRESS_VALVES =
      Set.of("RemoteAddrValve", "RemoteCIDRValve", "RemoteHostValve");

  /** What lets every address in, as part of what a valve allows. */
  private static final Set<String> EVERYBODY =
      Set.of(
          ".*",
          ".+",
          "^.*$",
          "\\d+\\.\\d+\\.\\d+\\.\\d+",
          "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}",
          "0.0.0.0/0",
          "::/0");

  private final TomcatPlaces places;
  private final List<XmlElement> server;
  private final List<Site> sites;
  private final Sheet sheet;

  TomcatApplications(TomcatPlaces places, List<XmlElement> server, List<Site> sites, Sheet sheet) {
    this.places = places;
    this.server = server;
    this.sites = sites;
    this.sheet = sheet;
  }

  /**
   * An application.
   *
   * @param host that answers for it, by its name
   * @param path under which it answers: {@code /manager}
   * @param folder of its files, in the root; {@code !} behind an archive
   * @param descriptor that says more of it than its own {@code META-INF/context.xml}
   */
  private record Application(
      String host, String path, String folder, Optional<SourceFile> descriptor) {
    boolean isPacked() {
      return folder.endsWith("!");
    }
  }

  void judge() {
    // Neither is sent to anybody (Jakarta Servlet 6.0 §10.5).
    sheet.closes("WEB-INF");
    sheet.closes("META-INF");
    Collection<Application> all = all().values();
    if (all.size() > MOST) {
      sheet.config.cut("more than " + MOST + " applications");
    }
    all.stream().limit(MOST).forEach(this::judge);
  }

  private Map<String, Application> all() {
    Map<String, Application> all = new TreeMap<>();
    for (XmlElement host : server) {
      if (host.name().equals("Host")) {
        String base = places.path(host.get("appBase").orElse("webapps")).substring(1);
        named(host, base).forEach(each -> add(each, all));
        for (String name : archives(base)) {
          String inside = TomcatPlaces.join(base, name) + ".war!";
          add(new Application(name(host), path(name), inside, Optional.empty()), all);
        }
        for (String name : folders(base)) {
          add(
              new Application(
                  name(host), path(name), TomcatPlaces.join(base, name), Optional.empty()),
              all);
        }
      }
    }
    places
        .root()
        .files(TomcatPlaces.join(places.configuration(), "Catalina/*/*.xml"))
        .forEach(file -> add(described(file), all));
    return all;
  }

  /** Those that server.xml names itself. */
  private List<Application> named(XmlElement host, String base) {
    return server.stream()
        .filter(each -> each.name().equals("Context") && host.holds(each))
        .flatMap(
            each ->
                each.get("docBase").stream()
                    .map(
                        folder ->
                            new Application(
                                name(host),
                                each.get("path").orElse("/"),
                                folder.startsWith("/")
                                    ? folder.substring(1)
                                    : TomcatPlaces.join(base, folder),
                                Optional.empty())))
        .toList();
  }

  /** Names of archives in a folder, which the server unpacks when it starts. */
  private List<String> archives(String base) {
    return places.root().children(base).stream()
        .filter(each -> each.isFile() && each.name().endsWith(".war"))
        .map(each -> each.name().substring(0, each.name().length() - ".war".length()))
        .toList();
  }

  /** Folders in one; where a container has no entries for folders, those with a descriptor. */
  private Set<String> folders(String base) {
    Set<String> names = new TreeSet<>();
    for (Node each : places.root().children(base)) {
      if (places.root().isDirectory(TomcatPlaces.join(base, each.name()))) {
        names.add(each.name());
      }
    }
    String prefix = TomcatPlaces.join(base, "");
    for (SourceFile descriptor : places.root().files(prefix + "*/WEB-INF/web.xml")) {
      String path = descriptor.node().inRoot();
      if (path.startsWith(prefix) && !path.contains("!/")) {
        names.add(path.substring(prefix.length()).split("/", 2)[0]);
      }
    }
    return names;
  }

  private static void add(Application each, Map<String, Application> all) {
    all.put(each.path(), each);
  }

  private Application described(SourceFile file) {
    String name = file.node().name().replaceFirst("\\.xml$", "");
    Optional<String> folder =
        XmlElement.of(XmlFile.read(file.in(sheet.config))).stream()
            .filter(each -> each.name().equals("Context"))
            .flatMap(each -> each.get("docBase").stream())
            .findFirst();
    String base = places.path(folder.orElse("webapps/" + name)).substring(1);
    // Behind a link, the folder is another and tells no host.
    String[] folders = ("/" + file.node().inRoot()).split("/");
    return new Application(
        folders[folders.length - 2],
        path(name),
        base.endsWith(".war") ? base + "!" : base,
        Optional.of(file));
  }

  private static String name(XmlElement host) {
    return host.get("name").orElse("");
  }

  /** {@code ROOT} answers at the top; {@code #} stands for a slash, {@code ##} before a version. */
  private static String path(String name) {
    String plain = name.replaceFirst("##.*$", "");
    return plain.equals("ROOT") ? "/" : "/" + plain.replace('#', '/');
  }

  private void judge(Application each) {
    Evidence where =
        each.descriptor()
            .map(file -> file.whole("application " + each.path()))
            .or(
                () ->
                    places
                        .root()
                        .node(each.folder())
                        .map(node -> node.whole("application " + each.path())))
            .orElse(sheet.config.whole("application " + each.path()));
    Optional<WebXml> web =
        places.root().file(TomcatPlaces.join(each.folder(), "WEB-INF/web.xml")).map(WebXml::read);
    documents(each, where, web.isPresent());
    Optional<Setting> title = web.flatMap(descriptor -> descriptor.text("display-name"));
    String named = title.map(Setting::value).orElse("");
    Evidence at = title.map(Setting::at).orElse(where);
    if (CAME_WITH.contains(named)) {
      sheet.defaultContent.add(each.path(), at);
    }
    if (EXAMPLES.contains(named)) {
      sheet.testScripts.add(each.path(), at);
    }
    boolean open = limits(each).isEmpty();
    if (MANAGERS.contains(named) && open && sites.stream().anyMatch(Site::isExposed)) {
      sheet.managementPorts.add(each.path(), at);
    }
    if (open) {
      web.ifPresent(descriptor -> login(each, descriptor));
    }
  }

  private void documents(Application each, Evidence where, boolean described) {
    if (!each.isPacked()) {
      Documents.root(each.folder(), where, sheet);
      return;
    }
    String archive = each.folder().substring(0, each.folder().length() - 1);
    Optional<Root> inside = places.root().inside(archive);
    inside.ifPresent(root -> Documents.packed(root, archive, where, sheet));
    if (inside.isEmpty() && !described) {
      unread(each);
    }
  }

  private void unread(Application each) {
    String why = "the application " + each.path() + " is packed in an archive that cannot be read";
    for (Places fact :
        List.of(
            sheet.managementPorts,
            sheet.basicAuth,
            sheet.plainLogins,
            sheet.defaultContent,
            sheet.testScripts,
            sheet.backupFiles,
            sheet.hiddenFiles)) {
      fact.unknown(why);
    }
  }

  /** What keeps addresses out of it. */
  private Optional<Evidence> limits(Application each) {
    Optional<SourceFile> context =
        each.descriptor()
            .or(() -> places.root().file(TomcatPlaces.join(each.folder(), "META-INF/context.xml")));
    return Stream.concat(
            server.stream().filter(valve -> standsBefore(each, valve)),
            context
                .map(file -> XmlElement.of(XmlFile.read(file.in(sheet.config))))
                .orElse(List.of())
                .stream())
        .filter(valve -> ADDRESS_VALVES.contains(valve.type()))
        .filter(valve -> valve.get("allow").filter(TomcatApplications::keepsOut).isPresent())
        .flatMap(valve -> valve.where("allow").stream())
        .findFirst();
  }

  private static boolean keepsOut(String allowed) {
    return Stream.of(allowed.split("[|,]")).map(String::strip).noneMatch(EVERYBODY::contains);
  }

  /** Whether it is in no host and no context but the application's own. */
  private boolean standsBefore(Application each, XmlElement valve) {
    return server.stream()
        .filter(around -> around.holds(valve))
        .allMatch(
            around ->
                switch (around.name()) {
                  case "Host" -> name(around).equals(each.host());
                  case "Context" -> around.get("path").orElse("/").equals(each.path());
                  default -> true;
                });
  }

  private void login(Application each, WebXml web) {
    Optional<Setting> method = web.text("auth-method");
    if (method.isEmpty()) {
      return;
    }
    boolean basic = method.get().value().equalsIgnoreCase("BASIC");
    if (basic) {
      sheet.basicAuth.add(each.path(), method.get().at());
    }
    boolean password = basic || method.get().value().equalsIgnoreCase("FORM");
    if (password && !web.says("transport-guarantee", "CONFIDENTIAL")) {
      sites.forEach(site -> site.login(each.path(), method.get().at()));
    }
  }
}
