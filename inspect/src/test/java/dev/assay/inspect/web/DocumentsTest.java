package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final String CONFIGURATION = "http { server { listen 443 ssl; root /www; } }";

  @Test
  void findsWhatShouldNotLieAmongDocuments() {
    WebServerFacts facts =
        with()
            .with("www/.git/config", "")
            .directory("www/.git", 0755)
            .with("www/a.php~", "")
            .with("www/phpinfo.php", "")
            .with("www/.well-known/x", "")
            .directory("www/.well-known", 0755)
            .with("www/index.html", "<h1>Welcome to nginx!</h1>")
            .with("srv/.env", "")
            .facts();
    assertEquals(List.of("/www/.git"), facts.hiddenFiles());
    assertEquals(List.of("/www/a.php~"), facts.backupFiles());
    assertEquals(List.of("/www/phpinfo.php"), facts.testScripts());
    assertEquals(List.of("/www/index.html"), facts.defaultContent());
  }

  @Test
  void followsLinksInsideTheRootOnly() {
    WebServerFacts facts =
        with()
            .link("www/conf", "../etc/config")
            .link("www/out", "../../../../..")
            .link("www/lib", "/usr/lib/www")
            .link("www/again", "again")
            .facts();
    assertEquals(List.of("/www/conf -> /etc/config", "/www/out -> /"), facts.escapingLinks());
  }

  @Test
  void resolvesADocumentRootThatIsALink() {
    WebServerFacts facts =
        new Servers().with("etc/nginx/nginx.conf", CONFIGURATION).link("www", "/tmp/www").facts();
    assertEquals(List.of("/www"), facts.temporaryRoots());
  }

  @Test
  void reachesAKeyOnlyThroughOpenDirectories() {
    String tls = "http { server { listen 443 ssl; ssl_certificate_key /etc/ssl/private/a.key; } }";
    assertEquals(
        List.of("/etc/ssl/private/a.key"),
        new Servers()
            .with("etc/nginx/nginx.conf", tls)
            .directory("etc/ssl/private", 0755)
            .with("etc/ssl/private/a.key", 0644, "")
            .facts()
            .keysReadable());
    assertEquals(
        List.of(),
        new Servers()
            .with("etc/nginx/nginx.conf", tls)
            .directory("etc/ssl/private", 0710)
            .with("etc/ssl/private/a.key", 0644, "")
            .facts()
            .keysReadable());
  }

  private static Servers with() {
    return new Servers().with("etc/nginx/nginx.conf", CONFIGURATION);
  }
}
