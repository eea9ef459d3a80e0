package dev.assay.inspect.web;

import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.identity.ConfiguredProgram.Installed;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server of a root does where its configuration is silent and releases differ.
 *
 * @param product as the facts name it
 * @param server the server that is installed; empty where nothing tells its release
 */
record WebDefaults(String product, Optional<Installed> server) {
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
              List.of("apache2-bin", "apache2", "httpd", "apache")));

  static WebDefaults of(String product, Root root) {
    return new WebDefaults(
        product, Optional.ofNullable(PROGRAMS.get(product)).flatMap(program -> program.in(root)));
  }

  /** The value of a directive; empty where it cannot be told. */
  Optional<String> of(String directive) {
    return TABLE.of(directive, server.map(Installed::release));
  }

  /** Why {@link #of(String)} tells nothing. */
  String silence(String directive) {
    return directive
        + " is not set, and "
        + server
            .map(each -> "the default of " + named() + " is not known here")
            .orElse("nothing tells which " + product + ", whose default holds, this is");
  }

  /** That the default holds, on the file that could say otherwise. */
  Evidence shown(String directive, SourceFile config) {
    return config.whole(directive + " is not set; the default of " + named());
  }

  private String named() {
    return product + server.map(each -> " " + each.version()).orElse("");
  }
}
