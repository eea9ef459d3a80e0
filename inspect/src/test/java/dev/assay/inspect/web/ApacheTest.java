package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.inspect.web.WebServerFacts.Password;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApacheTest {
  @Test
  void fillsInVariablesOfTheStartingScript() {
    WebServerFacts facts =
        new Servers()
            .with("etc/apache2/apache2.conf", "Listen 443\nUser ${APACHE_RUN_USER}\n")
            .with("etc/apache2/envvars", "export APACHE_RUN_USER=www-data\n")
            .facts();
    assertEquals("www-data", facts.user());
    assertFalse(facts.runsAsRoot());
  }

  @Test
  void takesSectionsOfModulesThatAreLoadedOnly() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/httpd/conf/httpd.conf",
                """
                ServerRoot "/etc/httpd"
                Include conf.modules.d/*.conf
                <IfModule mod_ssl.c>
                  Listen 443 https
                </IfModule>
                <IfModule !mod_ssl.c>
                  Listen 80
                </IfModule>
                <IfModule gnutls_module>
                  Listen 444
                </IfModule>
                <IfDefine DEBUG>
                  Listen 8000
                </IfDefine>
                """)
            .with(
                "etc/httpd/conf.modules.d/00-ssl.conf", "LoadModule ssl_module modules/mod_ssl.so")
            .facts();
    assertEquals(List.of(new Listener("", 443, true, false)), facts.listeners());
    assertEquals(List.of("ssl"), facts.modules());
  }

  @Test
  void weighsOptionsOfTheSectionsAroundADocumentRoot() {
    String configuration =
        """
        Listen 443
        DocumentRoot "/var/www/html"
        <Directory /var/www/>
          Options Indexes FollowSymLinks
        </Directory>
        <Directory /var/www/html>
          Options %s
        </Directory>
        """;
    assertEquals(List.of("/var/www/html"), listed(configuration.formatted("+ExecCGI")));
    assertEquals(List.of(), listed(configuration.formatted("-Indexes")));
    assertEquals(List.of(), listed(configuration.formatted("SymLinksIfOwnerMatch")));
    assertEquals(List.of("/var/www/html"), listed(configuration.formatted("All")));
  }

  @Test
  void listsNothingWithoutTheModuleThatLists() {
    String configuration =
        "LoadModule dir_module a.so\nListen 443\nDocumentRoot /srv\n"
            + "<Directory /srv>\nOptions Indexes\n</Directory>\n";
    assertEquals(List.of(), listed(configuration));
  }

  @Test
  void tellsVirtualHostsThatRedirectFromThoseThatServe() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/apache2/apache2.conf",
                """
                Listen 80
                Listen 8080
                Listen 443
                <VirtualHost *:80>
                  Redirect permanent / https://device.example/
                </VirtualHost>
                <VirtualHost *:8080>
                  RewriteEngine On
                  RewriteRule ^ https://%{SERVER_NAME}%{REQUEST_URI} [R=301,L]
                </VirtualHost>
                <VirtualHost _default_:443>
                  SSLEngine on
                </VirtualHost>
                """)
            .facts();
    assertEquals(List.of(), facts.plainListeners());
    assertTrue(facts.tls());
  }

  @Test
  void takesDefaultsOfTheInstalledRelease() {
    String config = "Listen 443\n<VirtualHost *:443>\nSSLEngine on\n</VirtualHost>\n";
    WebServerFacts now = installed("2.4.62-1~deb12u2", config);
    assertEquals(List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"), now.tlsProtocols());
    assertEquals(1L << 30, now.bodyLimit());
    WebServerFacts before = installed("2.4.25-3", config);
    assertEquals(List.of("TLSv1", "TLSv1.1", "TLSv1.2"), before.tlsProtocols());
    assertEquals(0, before.bodyLimit());
    assertEquals(
        Set.of("tlsProtocols", "bodyLimit"),
        new Servers()
            .with("etc/apache2/apache2.conf", config).only().unknown().keySet().stream()
                .filter(fact -> !fact.equals("modules"))
                .collect(Collectors.toSet()));
  }

  private static WebServerFacts installed(String version, String config) {
    return new Servers()
        .installed("apache2", version)
        .with("etc/apache2/apache2.conf", config)
        .facts();
  }

  @Test
  void readsPasswordsWithoutShowingThem() {
    var server =
        new Servers()
            .with(
                "etc/apache2/apache2.conf",
                "Listen 80\n<Location /admin>\nAuthType Basic\nAuthUserFile /etc/users\n"
                    + "Require valid-user\n</Location>\n")
            .with("etc/users", "root:{SHA}0DPiKuNIrrVmD8IUCuw1hQxNqZc=\nguest:$apr1$a$b\n")
            .only();
    WebServerFacts facts = (WebServerFacts) server.facts();
    assertEquals(
        List.of(
            new Password("etc/users", "root", "sha1"), new Password("etc/users", "guest", "apr1")),
        facts.passwords());
    assertEquals(List.of("/admin on *:80"), facts.plainLogins());
    assertTrue(
        server.evidence().stream().noneMatch(e -> e.evidence().excerpt().contains("0DPiKu")));
  }

  @Test
  void joinsContinuedLinesAndKeepsQuotedWords() {
    WebServerFacts facts =
        new Servers()
            .with(
                "etc/apache2/apache2.conf",
                "Listen \\\n  443\nCustomLog \"/var/log/a b.log\" \"%h \\\"%r\\\"\"\n"
                    + "Header always set X-Frame-Options \"DENY\"\n")
            .facts();
    assertEquals(443, facts.listeners().get(0).port());
    assertTrue(facts.accessLog());
    assertTrue(facts.frameOptions());
  }

  @Test
  void doesNotTakeTheFileOfBusyboxForItsOwn() {
    assertEquals(
        List.of(), new Servers().with("etc/httpd.conf", "H:/www\nA:10.0.0.0/8\nD:*\n").all());
  }

  @Test
  void growsNoValueWithoutEnd() {
    StringBuilder bomb = new StringBuilder("Listen 443\nDefine a xxxxxxxx\n");
    bomb.append("Define a ${a}${a}${a}${a}\n".repeat(200));
    WebServerFacts facts = new Servers().with("etc/apache2/apache2.conf", bomb.toString()).facts();
    assertEquals(1, facts.missingIncludes().size());
  }

  private static List<String> listed(String configuration) {
    return new Servers().with("etc/apache2/apache2.conf", configuration).facts().listedPaths();
  }
}
