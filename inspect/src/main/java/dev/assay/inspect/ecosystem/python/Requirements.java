package dev.assay.inspect.ecosystem.python;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code requirements.txt} of pip (PEP 508, PEP 440): {@code name[extras]==1.2 ; marker}.
 * Only {@code ==} and {@code ===} on one whole version say which is wanted; what is asked for in
 * any other way is a dependency without a version. Options, and what comes from an address, are no
 * packages of an index.
 */
final class Requirements {
  static final String FILE = "requirements.txt";

  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "(?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,199})\\s*(?:\\[[^\\]]{0,500}\\])?\\s*"
              + "(?<versions>\\(?[<>=!~][^;#@]{0,500})?");

  private static final Pattern PINNED =
      Pattern.compile("\\(?\\s*={2,3}\\s*([A-Za-z0-9][A-Za-z0-9.!+_-]{0,100})\\s*\\)?");

  /**
   * What may follow a requirement: a marker, an option such as a digest, a comment, the next line.
   */
  private static final Pattern END = Pattern.compile("(?<!\\s)(?:\\s*;|\\s+(?:--|#))|^#|\\\\$");

  private Requirements() {}

  static void read(SourceFile file, List<Dependency> found) {
    boolean goesOn = false;
    for (Line line : file.lines()) {
      Matcher requirement =
          REQUIREMENT.matcher(END.splitAsStream(line.text()).findFirst().orElse("").strip());
      if (!goesOn && requirement.matches()) {
        found.add(
            new Dependency(
                "pypi",
                "",
                PythonName.of(requirement.group("name")),
                pinned(requirement.group("versions")),
                "",
                Dependency.REQUIRED,
                file.node(),
                file.at(line)));
      }
      goesOn = line.text().endsWith("\\");
    }
  }

  private static String pinned(String versions) {
    Matcher pinned = PINNED.matcher(versions == null ? "" : versions.strip());
    return pinned.matches() ? pinned.group(1) : "";
  }
}
