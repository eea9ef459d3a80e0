package dev.assay.feed.match;

import dev.assay.feed.Range;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The upstream project's version inside a packager's. */
final class UpstreamVersion {
  /**
   * What packagers hang onto the upstream version: {@code +dfsg1}, {@code ~ds}, {@code +really…}.
   */
  private static final Pattern REPACKED =
      Pattern.compile("[+~.](?:dfsg|ds|repack|git|svn|deb|really|is|~rel)[0-9a-z.+~]{0,200}$");

  /**
   * Products whose upstream records leave a suffix out that the shipped version has. OpenSSH's
   * portable release 9.2p1 is 9.2 in most records.
   */
  private static final Map<String, Pattern> LEFT_OUT =
      Map.of("cpe:a:openbsd:openssh", Pattern.compile("(?<=[0-9])p[0-9]+$"));

  private UpstreamVersion() {}

  /** The upstream version in a version of that package URL type. */
  static String of(String type, String version) {
    return switch (type) {
      case "deb" -> REPACKED.matcher(withoutRevision(withoutEpoch(version))).replaceFirst("");
      case "rpm", "opkg" -> withoutRevision(withoutEpoch(version));
      case "apk" -> version.replaceFirst("-r[0-9]+$", "").replace("_p", "p").replace("_", "-");
      default -> version;
    };
  }

  /** The version without the suffix that the bounds of a range leave out. */
  static String comparable(String subject, String version, Range range) {
    Pattern suffix = LEFT_OUT.get(subject);
    if (suffix == null
        || Stream.of(range.introduced(), range.after(), range.fixed(), range.lastAffected())
            .anyMatch(bound -> suffix.matcher(bound).find())) {
      return version;
    }
    return suffix.matcher(version).replaceFirst("");
  }

  private static String withoutEpoch(String version) {
    return version.substring(version.indexOf(':') + 1);
  }

  private static String withoutRevision(String version) {
    int dash = version.lastIndexOf('-');
    return dash > 0 ? version.substring(0, dash) : version;
  }
}
