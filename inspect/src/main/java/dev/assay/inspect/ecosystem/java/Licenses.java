package dev.assay.inspect.ecosystem.java;

import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.SourceFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The licences that a {@code pom.xml} declares. One that it inherits from a parent is not in the
 * archive, and not told.
 */
final class Licenses {
  private static final Pattern NAME =
      Pattern.compile("project\\.licenses\\.license(?:\\[[0-9]+])?\\.name");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Licences of one project; characters of a name. */
  private static final int MOST = 16;

  private static final int LONGEST = 200;

  private Licenses() {}

  /** Their names; of several, whoever uses the project may choose (Maven's POM reference). */
  static String of(SourceFile project) {
    return XmlFile.read(project).matching(NAME).stream()
        .map(Setting::value)
        .map(name -> BLANKS.matcher(name).replaceAll(" ").strip())
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
        .distinct()
        .limit(MOST)
        .collect(Collectors.joining(" OR "));
  }
}
