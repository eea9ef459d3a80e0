package dev.assay.inspect.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands behind the bound of a reader of a web server's configuration leaves all unknown. */
class MoreThanIsReadTest {
  private static final String NGINX = "etc/nginx/nginx.conf";
  private static final String APACHE = "etc/apache2/apache2.conf";
  private static final String LIGHTTPD = "etc/lighttpd/lighttpd.conf";
  private static final String JETTY = "opt/jetty/start.ini";
  private static final String SITE = "server { listen 443 ssl; ssl_protocols TLSv1.3; }";

  private static String numbered(String line, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  static Stream<Arguments> configurations() {
    return Stream.of(
        arguments(NGINX, "http {" + SITE + "a;".repeat(200_001) + "autoindex on; }"),
        arguments(NGINX, "http {" + SITE.repeat(501) + "}"),
        arguments(NGINX, "http {" + SITE + " a" + " b".repeat(10_001) + "; }"),
        arguments(NGINX, "http { " + SITE + "location /a {".repeat(70) + "}".repeat(70) + "}"),
        arguments(NGINX, "http { " + SITE + numbered("add_header X-%d a;", 201) + SITE + "}"),
        arguments(APACHE, "Listen 80\n" + "A b\n".repeat(50_001) + "TraceEnable on\n"),
        arguments(APACHE, "Listen 80\nA" + " b".repeat(1_001) + "\n"),
        arguments(APACHE, "Listen 80\n" + "A \\\n".repeat(40_000) + "TraceEnable on\n"),
        arguments(APACHE, "Listen 80\n" + "<Directory /a>\n</Directory>\n".repeat(2_001)),
        arguments(APACHE, "Listen 80\n" + "<VirtualHost *>\n</VirtualHost>\n".repeat(101)),
        arguments(LIGHTTPD, numbered("$HTTP[\"a\"] == \"%d\" { a = 1 }\n", 1_001)),
        arguments(LIGHTTPD, numbered("$SERVER[\"socket\"] == \":%d\" { a = 1 }\n", 202)),
        arguments(JETTY, "--module=http\n" + numbered("a%d=b\n", 10_001)),
        arguments("etc/config/uhttpd", "config uhttpd a\n" + "config b c\n".repeat(1_000)),
        arguments("etc/config/uhttpd", "config uhttpd a\n" + "option b c\n".repeat(20_001)));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void settingsBehindTheBoundLeaveAllUnknown(String path, String text) {
    assertThat(Tree.ofASystem().file(path, text).all("web-server"))
        .isNotEmpty()
        .allSatisfy(
            server ->
                assertThat(server.unknown())
                    .containsKeys("product", "listeners", "trace", "listedPaths"));
  }

  @Test
  void moreFilesThanAreIncludedLeaveAllUnknown() {
    Tree tree = Tree.ofASystem().file(NGINX, "http { include a/*; }");
    for (int i = 0; i < 501; i++) {
      tree.file("etc/nginx/a/" + i, "server { listen 443 ssl; }");
    }
    assertThat(tree.only("web-server").unknown()).containsKey("listeners");
  }

  @Test
  void aFileThatIsNotReadToItsEndIsOneOfTheMainFile() {
    Described server =
        Tree.ofASystem()
            .file(APACHE, "Listen 80\nInclude a.conf\n")
            .file("etc/apache2/a.conf", "A \\\n".repeat(40_000) + "TraceEnable on\n")
            .only("web-server");
    assertThat(server.unknown()).containsKey("trace");
  }

  @Test
  void ofMorePlacesThanAreToldOneIsUnknown() {
    String location = "location /a%d { autoindex on; }";
    Described server =
        Tree.ofASystem()
            .file(NGINX, "http { server { listen 80;" + numbered(location, 300) + "} }")
            .only("web-server");
    assertThat(((WebServerFacts) server.facts()).listedPaths()).hasSize(201);
    assertThat(server.unknown()).containsKey("listedPaths[200]").doesNotContainKey("listedPaths");
  }

  @Test
  void moreSocketsThanAreToldAreInDoubt() {
    String server = "server { listen %d; }";
    assertThat(
            Tree.ofASystem()
                .file(NGINX, "http {" + numbered(server, 300) + "}")
                .only("web-server")
                .unknown())
        .containsKey("listeners");
  }

  @Test
  void morePasswordsThanAreToldAreInDoubt() {
    Described server =
        Tree.ofASystem()
            .file(
                NGINX,
                "http { server { listen 80; auth_basic a; auth_basic_user_file /etc/nginx/.htpasswd; } }")
            .file("etc/nginx/.htpasswd", numbered("u%d:$2y$05$x\n", 1_000) + "root:plain\n")
            .only("web-server");
    assertThat(server.unknown()).containsKey("passwords");
  }
}
