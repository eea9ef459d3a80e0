package dev.assay.inspect.ecosystem;

import dev.assay.inspect.PackageUrl;
import dev.assay.inspect.tree.Node;
import dev.assay.model.Evidence;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package that a reader found.
 *
 * @param type package URL type
 * @param namespace group, scope or path before the name; empty without
 * @param where file that tells of it
 */
public record Dependency(
    String type,
    String namespace,
    String name,
    String version,
    String license,
    String declaredBy,
    Node where,
    Evidence evidence) {
  public static final String INSTALLED = "installed metadata";
  public static final String LOCKED = "lock file";
  public static final String REQUIRED = "requirement";
  public static final String BUILT = "build information";
  public static final String NOTED = "package note";
  public static final String TAKEN = "classes taken into an archive";

  /** One whose name holds its namespace before the last slash, as npm, Go and Composer write it. */
  public static Dependency slashed(
      String type,
      String full,
      String version,
      String license,
      String declaredBy,
      Node where,
      Evidence evidence) {
    int slash = full.lastIndexOf('/');
    return new Dependency(
        type,
        slash < 0 ? "" : full.substring(0, slash),
        full.substring(slash + 1),
        version,
        license,
        declaredBy,
        where,
        evidence);
  }

  /** Group and name as the ecosystem writes them. */
  public String fullName() {
    String separator = type.equals("maven") ? ":" : "/";
    return namespace.isEmpty() ? name : namespace + separator + name;
  }

  /**
   * The package URL (purl-spec): each part of the namespace encoded by itself; of Go modules in
   * small letters.
   */
  public String purl() {
    String path =
        Stream.concat(Stream.of(namespace.split("/")), Stream.of(name))
            .filter(part -> !part.isEmpty())
            .map(part -> type.equals("golang") ? part.toLowerCase(Locale.ROOT) : part)
            .map(PackageUrl::encoded)
            .collect(Collectors.joining("/"));
    return "pkg:" + type + "/" + path + PackageUrl.version(version);
  }
}
