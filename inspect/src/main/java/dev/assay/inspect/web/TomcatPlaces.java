package dev.assay.inspect.web;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a Tomcat has its files: beside server.xml its configuration, and one level above, or where
 * Debian puts them, all others ({@code CATALINA_BASE} in RUNNING.txt).
 *
 * @param configuration folder of server.xml, in the root
 * @param bases folders that relative paths may start from
 */
record TomcatPlaces(Root root, String configuration, List<String> bases) {
  private static final Pattern BASE =
      Pattern.compile("^\\$\\{catalina\\.(?:base|home)}/|^file:(?://)?");
  private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{[^}:]{1,200}:-([^}]{0,200})}");

  static TomcatPlaces of(Root root, String configuration) {
    String base =
        configuration.contains("/")
            ? configuration.substring(0, configuration.lastIndexOf('/'))
            : "";
    String name = configuration.substring(configuration.lastIndexOf('/') + 1);
    return new TomcatPlaces(
        root,
        configuration,
        configuration.startsWith("etc/") ? List.of("var/lib/" + name, base) : List.of(base));
  }

  /** A path that the configuration names, from the root with a slash. */
  String path(String written) {
    String path = BASE.matcher(filled(written)).replaceFirst("");
    if (path.startsWith("/")) {
      return path;
    }
    List<String> candidates = bases.stream().map(base -> "/" + join(base, path)).toList();
    return candidates.stream().filter(root::exists).findFirst().orElse(candidates.getFirst());
  }

  /** A value whose placeholders have the defaults they name; others stay. */
  static String filled(String written) {
    return WITH_DEFAULT.matcher(written).replaceAll("$1");
  }

  /** A file of the configuration. */
  Optional<SourceFile> configured(String name) {
    return root.file(join(configuration, name));
  }

  /** Scripts that set arguments of the virtual machine. */
  List<SourceFile> starts() {
    return Stream.concat(
            bases.stream().flatMap(base -> root.file(join(base, "bin/setenv.sh")).stream()),
            Glob.expand(root, "etc/default/tomcat*").stream()
                .flatMap(path -> root.file(path).stream()))
        .toList();
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
