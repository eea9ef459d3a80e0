package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.web.WebServerFacts.Password;
import dev.assay.model.Described;
import java.util.List;
import org.junit.jupiter.api.Test;

class UhttpdTest {
  @Test
  void makesAServerOfEachSection() {
    List<Described> servers =
        new Servers()
            .with(
                "etc/config/uhttpd",
                """
                config uhttpd 'main'
                  list listen_http '192.168.1.1:80'
                  option home '/www'
                config uhttpd
                  option listen_https '0.0.0.0:443 [::]:443'
                config cert defaults
                  option days 730
                """)
            .all();
    assertEquals(
        List.of(
            "web-server:fw/etc/config/uhttpd#main", "web-server:fw/etc/config/uhttpd#@uhttpd[0]"),
        servers.stream().map(each -> each.component().id()).toList());
    assertEquals(List.of("192.168.1.1:80"), facts(servers.get(0)).plainListeners());
    assertEquals(2, facts(servers.get(1)).listeners().size());
    // Without a home the working directory is served.
    assertEquals(List.of("/"), facts(servers.get(1)).sensitiveRoots());
  }

  @Test
  void believesARedirectOnlyWhereTlsListens() {
    assertEquals(
        List.of("*:80"), one("list listen_http 80\n option redirect_https 1").plainListeners());
    assertEquals(
        List.of(),
        one("list listen_http 80\n list listen_https 443\n option redirect_https 1")
            .plainListeners());
  }

  @Test
  void readsAccountsOfItsOwnAndOfBusybox() {
    Described server =
        new Servers()
            .with(
                "etc/config/uhttpd",
                """
                config uhttpd main
                  list listen_http 80
                  list httpauth admin
                  option config /etc/httpd.conf
                config httpauth admin
                  option prefix /admin
                  option username root
                  option password 'secret word'
                """)
            .with("etc/httpd.conf", "/cgi-bin:root:$p$root\n")
            .only();
    assertEquals(
        List.of(
            new Password("etc/config/uhttpd", "root", "plain"),
            new Password("etc/config/uhttpd", "root", "system")),
        facts(server).passwords());
    assertEquals(List.of("/admin on *:80", "/cgi-bin on *:80"), facts(server).plainLogins());
    assertTrue(
        server.evidence().stream().noneMatch(e -> e.evidence().excerpt().contains("secret")));
  }

  private static WebServerFacts one(String options) {
    return new Servers()
        .with("etc/config/uhttpd", "config uhttpd main\n " + options + "\n")
        .facts();
  }

  private static WebServerFacts facts(Described described) {
    return (WebServerFacts) described.facts();
  }
}
