package dev.assay.inspect.web;

import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ProgramDefaults;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.tree.Root;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What web servers do where their configuration is silent and releases differ. */
final class WebDefaults {
  private static final Defaults TABLE = Defaults.read(WebDefaults.class, "defaults.tsv");

  private static final Map<String, ConfiguredProgram> PROGRAMS =
      Map.of(
          "nginx",
          new ConfiguredProgram(
              "nginx",
              List.of(
                  "usr/sbin/nginx",
                  "usr/bin/nginx",
                  "usr/local/sbin/nginx",
                  "usr/local/nginx/sbin/nginx",
                  "usr/local/openresty/nginx/sbin/nginx"),
              List.of(
                  "nginx", "nginx-core", "nginx-light", "nginx-full", "nginx-extras", "nginx-ssl")),
          "lighttpd",
          new ConfiguredProgram(
              "lighttpd",
              List.of("usr/sbin/lighttpd", "usr/bin/lighttpd", "usr/local/sbin/lighttpd"),
              List.of("lighttpd")),
          "apache",
          new ConfiguredProgram(
              "httpd",
              List.of(
                  "usr/lib/apache2/modules/mod_ssl.so",
                  "usr/lib64/httpd/modules/mod_ssl.so",
                  "usr/lib/httpd/modules/mod_ssl.so",
                  "usr/local/apache2/modules/mod_ssl.so"),
              List.of("apache2-bin", "apache2", "httpd", "apache")),
          "tomcat",
          new ConfiguredProgram(
              "tomcat",
              List.of(),
              List.of("tomcat11", "tomcat10", "tomcat9", "tomcat8", "tomcat7", "tomcat")));

  private WebDefaults() {}

  /**
   * @param product as the facts name it
   */
  static ProgramDefaults of(String product, Root root) {
    return new ProgramDefaults(
        product,
        TABLE,
        Optional.ofNullable(PROGRAMS.get(product)).flatMap(program -> program.in(root)));
  }
}
