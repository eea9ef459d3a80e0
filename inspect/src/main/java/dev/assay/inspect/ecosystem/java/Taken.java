package dev.assay.inspect.ecosystem.java;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.ProgramFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Libraries whose classes are in an archive that does not tell of them: {@code classes.tsv}. Their
 * version is known only where the archive is the library's own and has it in its name.
 */
final class Taken {
  private record Library(String classFile, String group, String artifact) {}

  /** By the name of the class file alone. */
  private static final Map<String, List<Library>> LIBRARIES = read();

  private Taken() {}

  /**
   * Adds them to what was found.
   *
   * @param told packages that archives tell of themselves, as {@link #key} has them
   * @return paths of the archives that are one of these libraries themselves
   */
  static Set<String> read(Root root, Set<String> told, List<Dependency> found) {
    Set<String> seen = new HashSet<>(told);
    Set<String> own = new HashSet<>();
    for (Node node : root.nodes()) {
      for (Library library : LIBRARIES.getOrDefault(node.name(), List.of())) {
        if (node.inRoot().endsWith(library.classFile()) && isPackage(node, library)) {
          String archive = archive(node.path());
          if (seen.add(key(archive, library.artifact()))) {
            String version = version(archive, library.artifact());
            if (!version.isEmpty()) {
              own.add(archive);
            }
            found.add(
                new Dependency(
                    "maven",
                    library.group(),
                    library.artifact(),
                    version,
                    "",
                    Dependency.TAKEN,
                    node,
                    node.whole("class " + library.classFile())));
          }
        }
      }
    }
    return own;
  }

  /** What tells one package of an archive from others. */
  static String key(String archive, String artifact) {
    return archive + "\0" + artifact;
  }

  private static boolean isPackage(Node node, Library library) {
    int start = node.inRoot().length() - library.classFile().length();
    return node.isFile() && (start == 0 || node.inRoot().charAt(start - 1) == '/');
  }

  /** Path of the innermost archive with its {@code !/}; empty for the root itself. */
  private static String archive(String path) {
    int inside = path.lastIndexOf("!/");
    return inside < 0 ? "" : path.substring(0, inside + 2);
  }

  /** {@code 1.2.17} of {@code lib/log4j-1.2.17.jar!/}. */
  private static String version(String archive, String artifact) {
    Matcher own =
        Pattern.compile(
                "(?:^|/)" + Pattern.quote(artifact) + "-([0-9][A-Za-z0-9._-]{0,60})\\.jar!/$")
            .matcher(archive);
    return own.find() ? own.group(1) : "";
  }

  private static Map<String, List<Library>> read() {
    return ProgramFile.rows(Taken.class, "classes.tsv").stream()
        .map(row -> new Library(row.get(0), row.get(1), row.get(2)))
        .collect(
            Collectors.groupingBy(
                each -> each.classFile().substring(each.classFile().lastIndexOf('/') + 1)));
  }
}
