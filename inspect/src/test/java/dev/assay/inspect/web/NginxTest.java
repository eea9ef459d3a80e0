package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.model.Described;
import dev.assay.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class NginxTest {
  @Test
  void followsIncludesWithPatternsAndLinks() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/nginx/nginx.conf", "http { include conf.d/*.conf; include sites-enabled/*; }")
            .with("etc/nginx/conf.d/a.conf", "server { listen 127.0.0.1:8080; }")
            .with("etc/nginx/conf.d/b.disabled", "server { listen 9999; }")
            .with("etc/nginx/sites-available/main", "server { listen [::]:443 ssl; }")
            .link("etc/nginx/sites-enabled/main", "/etc/nginx/sites-available/main")
            .facts();
    assertEquals(
        List.of(
            new Listener("127.0.0.1", 8080, false, true), new Listener("[::]", 443, true, false)),
        facts.listeners());
    assertEquals(List.of(), facts.missingIncludes());
    assertEquals(List.of(), facts.plainListeners());
  }

  @Test
  void endsAtAFileThatIncludesItself() {
    Described server =
        new Servers()
            .with("etc/nginx/nginx.conf", "include nginx.conf; http { server { listen 80; } }")
            .only();
    assertEquals(1, ((WebServerFacts) server.facts()).listeners().size());
  }

  @Test
  void knowsNothingOfWhatAMissingIncludeCouldSet() {
    Described server =
        new Servers()
            .with("etc/nginx/nginx.conf", "user web; include /run/generated.conf; http { }")
            .only();
    assertEquals(
        List.of("/run/generated.conf"), ((WebServerFacts) server.facts()).missingIncludes());
    assertTrue(server.unknown().containsKey("listedPaths"));
    assertTrue(server.unknown().containsKey("accessLog"));
    assertFalse(server.unknown().containsKey("user"));
  }

  @Test
  void provesASettingByItsLine() {
    Described server =
        new Servers()
            .with("etc/nginx/nginx.conf", "http {\n  server {\n    autoindex on;\n  }\n}\n")
            .only();
    assertTrue(
        server.evidence().stream()
            .anyMatch(
                each ->
                    each.fact().equals("listedPaths[0]")
                        && each.evidence().place().equals(Place.line(3))
                        && each.evidence().excerpt().equals("autoindex on;")));
  }

  @Test
  void callsAPlainListenerPlainUnlessItOnlyRedirects() {
    String redirect = "http { server { listen 80; %s } }";
    assertEquals(List.of("*:80"), plain(redirect.formatted("root /srv;")));
    assertEquals(List.of(), plain(redirect.formatted("return 301 https://$host$request_uri;")));
    assertEquals(List.of(), plain(redirect.formatted("rewrite ^ https://$host$1 permanent;")));
    assertEquals(
        List.of(),
        plain(
            redirect.formatted(
                "location /.well-known/acme-challenge/ { root /srv; }"
                    + " location / { return 301 https://$host$request_uri; }")));
    assertEquals(
        List.of("*:80"),
        plain(
            redirect.formatted(
                "location /app { root /srv; } location / { return 301 https://a; }")));
  }

  @Test
  void inheritsAListOfHeadersOnlyWholly() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/nginx/nginx.conf",
                "http { add_header X-Frame-Options DENY; add_header X-Content-Type-Options nosniff;"
                    + " server { listen 443 ssl; location /a { add_header X-Frame-Options DENY; } } }")
            .facts();
    assertTrue(facts.frameOptions());
    assertTrue(facts.contentTypeOptions());
    assertEquals(List.of("/a: x-content-type-options"), facts.lostHeaders());
  }

  @Test
  void leavesHeadersOpenThatAProgramBehindMaySend() {
    Described server =
        new Servers()
            .with(
                "etc/nginx/nginx.conf",
                "http { server { listen 443 ssl; location / { proxy_pass http://127.0.0.1:1; } } }")
            .only();
    assertTrue(server.unknown().containsKey("hstsSeconds"));
    assertTrue(server.unknown().containsKey("contentSecurityPolicy"));
  }

  @Test
  void seesWhichPlacesLeaveTheDevice() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/nginx/nginx.conf",
                """
                http {
                  upstream local { server 127.0.0.1:8000; server unix:/run/a.sock; }
                  upstream cloud { server api.example.com:80; }
                  server {
                    listen 127.0.0.1:80;
                    location /a { proxy_pass http://local; }
                    location /b { proxy_pass http://cloud/x; }
                    location /c { proxy_pass https://10.0.0.7; }
                    location /d { proxy_pass https://10.0.0.8; proxy_ssl_verify on; }
                    location /e { proxy_pass http://$arg_to; }
                    location /f { proxy_pass http://$http_host$request_uri; }
                  }
                }
                """)
            .facts();
    assertEquals(List.of("cloud", "10.0.0.7", "10.0.0.8"), facts.upstreams());
    assertEquals(List.of("http://cloud/x"), facts.plainUpstreams());
    assertEquals(List.of("https://10.0.0.7"), facts.unverifiedUpstreams());
    assertEquals(List.of("/e: http://$arg_to"), facts.clientUpstreams());
    assertEquals(List.of("/f: http://$http_host$request_uri"), facts.openProxies());
    assertFalse(facts.exposed());
  }

  @Test
  void readsQuotesVariablesCommentsAndForeignBlocks() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/nginx/nginx.conf",
                """
                http {
                  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
                  # server { listen 1; }
                  log_format main '$remote_addr "${request}" {';
                  server {
                    listen "8443" ssl;
                    set ${x} ab;
                    content_by_lua_block { if a then b = "{" end }
                    }
                    ssl_protocols 'TLSv1.3';
                  }
                }
                """)
            .facts();
    assertEquals(List.of(new Listener("", 8443, true, false)), facts.listeners());
  }

  @Test
  void takesTheTlsVersionsOfTheInstalledRelease() {
    String config =
        """
        http { server { listen 443 ssl; }
          server { listen 444 ssl; ssl_protocols TLSv1.2; } }
        """;
    assertEquals(
        List.of("TLSv1", "TLSv1.1", "TLSv1.2"), installed("1.22.1-9", config).tlsProtocols());
    assertEquals(List.of("TLSv1.2", "TLSv1.3"), installed("1.28.0-1", config).tlsProtocols());
    var unknown = new Servers().with("etc/nginx/nginx.conf", config).only().unknown();
    assertTrue(unknown.get("tlsProtocols").contains("nothing tells the release of nginx"));
    assertTrue(
        new Servers()
            .installed("nginx", "1.6.2-5")
            .with("etc/nginx/nginx.conf", config)
            .only()
            .unknown()
            .get("tlsProtocols")
            .contains("the default of nginx 1.6.2-5"));
  }

  private static WebServerFacts installed(String version, String config) {
    return new Servers().installed("nginx", version).with("etc/nginx/nginx.conf", config).facts();
  }

  @Test
  void showsNoPasswordOfAnUpstream() {
    var server =
        new Servers()
            .with(
                "etc/nginx/nginx.conf",
                "http { server { location / { proxy_pass http://joe:secret@10.1.1.1/; } } }")
            .only();
    assertEquals(List.of("http://…@10.1.1.1/"), ((WebServerFacts) server.facts()).plainUpstreams());
    assertTrue(
        server.evidence().stream().noneMatch(e -> e.evidence().excerpt().contains("secret")));
    assertFalse(server.facts().toString().contains("secret"));
  }

  private static List<String> plain(String configuration) {
    return new Servers().with("etc/nginx/nginx.conf", configuration).facts().plainListeners();
  }
}
