package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word that an interpreter asks for may stand there without anything after it. */
class BareDirectivesTest {
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9_.-]+)\"");

  @Test
  void survivesDirectivesWithoutWords() throws Exception {
    Set<String> names = new TreeSet<>();
    Path sources = Path.of("src/main/java/dev/assay/inspect/web");
    for (String source : List.of("Nginx", "Apache", "Lighttpd", "Uhttpd")) {
      try (var files = Files.list(sources)) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().startsWith(source)).toList()) {
          Matcher literal = LITERAL.matcher(Files.readString(file, StandardCharsets.UTF_8));
          while (literal.find()) {
            names.add(literal.group(1));
          }
        }
      }
    }
    String plain = String.join(";\n", names) + ";\n";
    String blocks = String.join(" {}\n", names) + " {}\n";
    String nginx = "http { server { location / {" + plain + blocks + "}" + plain + blocks + "} }";
    String lines = String.join("\n", names) + "\n";
    String apache =
        "Listen 443\n"
            + lines
            + "<VirtualHost>\nSSLEngine on\n"
            + lines
            + "<Location>\n"
            + lines
            + "</Location>\n</VirtualHost>\n"
            + "<Directory>\n"
            + lines
            + "</Directory>\n";
    String modules = "server.modules = (\"mod_cgi\", \"mod_auth\", \"mod_dav\", \"mod_status\")\n";
    String lighttpd =
        modules + String.join(" = ()\n", names) + " = ()\n" + String.join(" = \"\"\n", names);
    assertEquals(
        4,
        new Servers()
            .with("etc/nginx/nginx.conf", nginx + plain + blocks)
            .with("etc/apache2/apache2.conf", apache)
            .with("etc/lighttpd/lighttpd.conf", lighttpd)
            .with(
                "etc/config/uhttpd",
                "config uhttpd\n option " + String.join(" ''\n option ", names) + " ''\n")
            .all()
            .size());
  }
}
