package dev.assay.inspect.web;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One component for each web server that a root configures. */
public final class WebServerInspector implements Inspector {
  public static final Kind<WebServerFacts> KIND =
      Kind.of("web-server", WebServerFacts.class, "Web server");

  private static final int MOST_SERVERS = 100;

  /** Manuals, samples and sources, whose configurations no server reads. */
  private static final Pattern NOT_IN_USE =
      Pattern.compile(
          "(?i)(.*/)?(usr/share|usr/lib|usr/src|usr/include|doc|docs|examples?|samples?|templates?"
              + "|tests?|rom|defaults?|conf-available|mods-available|sites-available)/.*|.*!/.*");

  /** Names of main configuration files. */
  private static final Set<String> NAMES =
      Set.of(
          "nginx.conf",
          "lighttpd.conf",
          "apache2.conf",
          "httpd.conf",
          "uhttpd",
          "start.ini",
          "jetty.xml",
          "server.xml");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return ConfiguredProgram.reads(
        List.of(
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
            "*realm*.properties",
            "etc/default/jetty*",
            "jetty*.service",
            "server.xml",
            "conf/web.xml",
            "conf/context.xml",
            "etc/tomcat*/web.xml",
            "etc/tomcat*/context.xml",
            "Catalina/*/*.xml",
            "WEB-INF/web.xml",
            "META-INF/context.xml",
            "bin/setenv.sh",
            "etc/default/tomcat*",
            "tomcat*.service",
            "lighttpd.service"));
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (Node node : root.nodes()) {
      if (NAMES.contains(node.name()) && !NOT_IN_USE.matcher(node.inRoot()).matches()) {
        Optional<SourceFile> file = root.file(node.inRoot());
        // Several names may lead to one file.
        if (file.isPresent() && seen.size() >= MOST_SERVERS) {
          findings.more(KIND, node.path(), "more than " + MOST_SERVERS + " web servers");
          return;
        }
        if (file.isPresent() && seen.add(file.get().node().inRoot())) {
          new WebServers(root, findings).describe(node, file.get());
        }
      }
    }
  }
}
