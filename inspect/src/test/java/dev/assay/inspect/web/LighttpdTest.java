package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.web.WebServerFacts.Listener;
import java.util.List;
import org.junit.jupiter.api.Test;

class LighttpdTest {
  @Test
  void appendsListsAndJoinsTexts() {
    WebServerFacts facts =
        facts(
            """
            var.base = "/srv"
            server.modules = ( "mod_access" )
            server.modules += ( "mod_accesslog", )
            server.document-root = var.base + "/www"
            accesslog.filename = base + "/log"
            """);
    assertEquals(List.of("access", "accesslog"), facts.modules());
    assertEquals(List.of("/srv/www"), facts.documentRoots());
    assertTrue(facts.accessLog());
  }

  @Test
  void makesASocketOfEachCondition() {
    WebServerFacts facts =
        facts(
            """
            server.port = 80
            $SERVER["socket"] == "0.0.0.0:443" {
              ssl.engine = "enable"
            }
            $HTTP["scheme"] == "http" {
              url.redirect = ( "" => "https://${url.authority}${url.path}${qsa}" )
            }
            """);
    assertEquals(
        List.of(new Listener("", 80, false, false), new Listener("0.0.0.0", 443, true, false)),
        facts.listeners());
    assertEquals(List.of(), facts.plainListeners());
  }

  @Test
  void knowsWhatTheScriptsOfDistributionsPrint() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/lighttpd/lighttpd.conf",
                """
                server.port = 80
                include_shell "/usr/share/lighttpd/use-ipv6.pl " + server.port
                include_shell "/usr/share/lighttpd/create-mime.conf.pl"
                include_shell "cat /etc/lighttpd/conf.d/*.conf"
                """)
            .with("etc/lighttpd/conf.d/1.conf", "server.username = \"http\"\n")
            .facts();
    assertEquals("[::]", facts.listeners().get(1).address());
    assertEquals("http", facts.user());
    assertEquals(List.of(), facts.missingIncludes());
  }

  @Test
  void whatAnApplicationAddsIsNoServer() {
    String added = "alias.url += ( \"/app\" => \"/usr/share/app\" )\n";
    String root = "server.document-root = \"/srv/www\"\n";

    assertEquals(List.of(), new Servers().with("etc/app/lighttpd.conf", added).all());
    assertEquals(1, new Servers().with("etc/lighttpd.conf", root + added).all().size());
    assertEquals(1, new Servers().with("etc/lighttpd/lighttpd.conf", added).all().size());
  }

  @Test
  void leavesOpenWhatAnotherCommandPrints() {
    var server =
        new Servers()
            .with("etc/lighttpd/lighttpd.conf", "include_shell \"/usr/bin/make-sites\"\n")
            .only();
    assertTrue(server.unknown().containsKey("listedPaths"));
    assertTrue(server.unknown().containsKey("runsAsRoot"));
  }

  @Test
  void runsAsRootWhereNobodyNamesAnAccount() {
    assertTrue(facts("server.port = 80\n").runsAsRoot());
    assertFalse(facts("server.username = \"www\"\n").runsAsRoot());
    assertFalse(
        new Servers()
            .with("etc/lighttpd/lighttpd.conf", "server.port = 8080\n")
            .with("lib/systemd/system/lighttpd.service", "[Service]\nUser=www-data\n")
            .facts()
            .runsAsRoot());
  }

  @Test
  void findsProgramsThatRunAnywhere() {
    String modules = "server.modules = (\"mod_cgi\")\n";
    assertEquals(
        List.of(".sh"), facts(modules + "cgi.assign = ( \".sh\" => \"/bin/sh\" )\n").cgiAnywhere());
    assertEquals(
        List.of(),
        facts(modules + "$HTTP[\"url\"] =~ \"^/cgi-bin/\" { cgi.assign = ( \"\" => \"\" ) }\n")
            .cgiAnywhere());
    assertEquals(List.of(), facts("cgi.assign = ( \".sh\" => \"/bin/sh\" )\n").cgiAnywhere());
  }

  @Test
  void seesWhoMayReadAStatusPage() {
    String open = "server.modules = (\"mod_status\")\nstatus.status-url = \"/status\"\n";
    assertEquals(List.of("/status"), facts(open).openStatusPages());
    assertEquals(
        List.of(),
        facts(
                """
                server.modules = ("mod_status")
                $HTTP["remoteip"] == "127.0.0.1" { status.status-url = "/status" }
                """)
            .openStatusPages());
  }

  @Test
  void readsRangesOfVersions() {
    assertEquals(
        List.of("TLSv1.2", "TLSv1.3"),
        facts(
                "ssl.engine = \"enable\"\nssl.openssl.ssl-conf-cmd = (\"MinProtocol\" => \"TLSv1.2\")")
            .tlsProtocols());
    assertEquals(
        List.of("TLSv1.2"),
        facts(
                "ssl.engine = \"enable\"\nssl.openssl.ssl-conf-cmd = (\"Protocol\" => \"-ALL, TLSv1.2\")")
            .tlsProtocols());
  }

  @Test
  void takesTheLeastVersionOfTheInstalledRelease() {
    String most =
        "ssl.engine = \"enable\"\nssl.openssl.ssl-conf-cmd = (\"MaxProtocol\" => \"TLSv1.2\")";
    assertEquals(List.of("TLSv1.2"), installed("1.4.69-1", most).tlsProtocols());
    String engine = "ssl.engine = \"enable\"\n";
    assertEquals(List.of("TLSv1.2", "TLSv1.3"), installed("1.4.69-1", engine).tlsProtocols());
    for (Servers servers :
        List.of(new Servers(), new Servers().installed("lighttpd", "1.4.53-4"))) {
      assertTrue(
          servers
              .with("etc/lighttpd/lighttpd.conf", engine)
              .only()
              .unknown()
              .containsKey("tlsProtocols"));
    }
  }

  private static WebServerFacts installed(String version, String config) {
    return new Servers()
        .installed("lighttpd", version)
        .with("etc/lighttpd/lighttpd.conf", config)
        .facts();
  }

  @Test
  void growsNoValueWithoutEnd() {
    String bomb = "var.a = \"xxxxxxxxxxxxxxxx\"\n" + "var.a = var.a + var.a\n".repeat(100);
    String lists = "server.modules = (\"a\")\n" + "server.modules += server.modules\n".repeat(100);
    assertEquals(1, facts(bomb).missingIncludes().size());
    assertEquals(1, facts(lists).missingIncludes().size());
  }

  private static WebServerFacts facts(String configuration) {
    return new Servers().with("etc/lighttpd/lighttpd.conf", configuration).facts();
  }
}
