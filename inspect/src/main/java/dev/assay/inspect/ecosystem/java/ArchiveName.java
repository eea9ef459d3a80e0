package dev.assay.inspect.ecosystem.java;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a Java archive tells: Maven's repository layout names it {@code
 * artifactId-version[-classifier].extension} (Maven, "Repository Layout - Default").
 *
 * @param version with a point in it: a lone number could be part of the name as well
 */
record ArchiveName(String name, String version) {
  private static final String QUALIFIER =
      "(?:snapshot|release|final|ga|alpha|beta|milestone|rc|cr|m|b|pre|incubating|jre|android|jdk)";

  private static final Pattern LAYOUT =
      Pattern.compile(
          "(.{1,200})-(\\d{1,9}\\.[\\w.]{1,60}?(?:-"
              + QUALIFIER
              + "[-.]?\\d{0,9}){0,3})(?:-[a-z_][\\w.-]{0,60})?\\.(?:jar|war|ear|rar|hpi|kar)",
          Pattern.CASE_INSENSITIVE);

  static Optional<ArchiveName> of(String file) {
    Matcher parts = LAYOUT.matcher(file);
    return parts.matches()
        ? Optional.of(new ArchiveName(parts.group(1), parts.group(2)))
        : Optional.empty();
  }
}
