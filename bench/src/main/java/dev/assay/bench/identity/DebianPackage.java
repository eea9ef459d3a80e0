package dev.assay.bench.identity;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A package with what its control file says.
 *
 * @param version the upstream version: without epoch, Debian's revision and what repackaging adds
 */
record DebianPackage(String name, String source, String version, Path file) {
  private static final Pattern REPACKED =
      Pattern.compile(
          "(?:[+~.](?:dfsg|ds|repack|git|svn|deb|cvs|bzr|hg|debian|nmu|reloaded)|ubuntu[0-9]|build[0-9]).*$");

  /** What comes before a release, and how its number is set apart. */
  private static final Pattern EARLIER = Pattern.compile("[-~._]?(rc|alpha|beta|pre)[.]?([0-9])");

  private static final String REALLY = "+really";

  /** From a line of name, source, source version and file, separated by tabs. */
  static DebianPackage of(String line) {
    String[] cells = line.split("\t");
    return new DebianPackage(cells[0], cells[1], upstream(cells[2]), Path.of(cells[3]));
  }

  /**
   * Whether that is its version, as far as Debian can write it: a hyphen begins the packager's own
   * revision, so that 6.9.11-60 becomes 6.9.11.60, and a tilde stands before what precedes a
   * release, so that 4.1.0-beta.2 becomes 4.1.0~beta2 (Debian Policy §5.6.12).
   */
  boolean isVersion(String told) {
    return written(told).equals(written(version));
  }

  private static String written(String version) {
    return EARLIER.matcher(version).replaceAll("$1$2").replace('-', '.');
  }

  /** The upstream version in one of Debian. */
  static String upstream(String version) {
    // 2.12.7+dfsg+really2.9.14: an earlier version under a number that sorts later
    int really = version.indexOf(REALLY);
    String plain =
        version.substring(really < 0 ? version.indexOf(':') + 1 : really + REALLY.length());
    int dash = plain.lastIndexOf('-');
    return REPACKED.matcher(dash < 0 ? plain : plain.substring(0, dash)).replaceFirst("");
  }
}
