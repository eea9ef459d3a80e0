package dev.assay.feed.match;

import dev.assay.feed.Range;
import dev.assay.feed.Statement;
import dev.assay.feed.version.VersionScheme;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a statement covers a version.
 *
 * @param answer empty where the version or a bound is not understood, or none is named
 * @param where the range or version that settled it, for people
 * @param fixed first version behind the range that covers, or behind all that do not; may be empty
 */
record Coverage(Optional<Boolean> answer, String where, String fixed) {
  /** What CPE calls an update behind a version: {@code p1}, {@code -rc2}, {@code _beta}. */
  private static final Pattern UPDATE =
      Pattern.compile("[-._]?(?:p|patch|rc|beta|alpha|pre|sp|update|build)[-._]?[0-9]*");

  static Coverage of(Statement statement, String version) {
    if (statement.coversAll()) {
      return new Coverage(Optional.of(true), Range.ALL.toString(), "");
    }
    VersionScheme scheme = statement.scheme();
    String subject = statement.subject();
    if (!scheme.understands(version)) {
      return unknown(
          version.isEmpty()
              ? "the component's version is not known"
              : "`" + version + "` is no " + scheme.name() + " version");
    }
    String doubt = "";
    String behind = "";
    for (Range given : statement.ranges()) {
      try {
        String own = UpstreamVersion.comparable(subject, version, given);
        if (given.contains(scheme, own)) {
          return new Coverage(Optional.of(true), given.toString(), given.fixed());
        }
        if (!given.fixed().isEmpty() && scheme.compare(own, given.fixed()) >= 0) {
          behind = given.fixed();
        }
      } catch (IllegalArgumentException e) {
        doubt = "the range " + given + " is not of " + scheme.name() + " versions";
      }
    }
    for (String single : statement.versions()) {
      if (single.equals("-")) {
        doubt = "the record names no version";
      } else if (names(scheme, single, version)) {
        return new Coverage(Optional.of(true), "= " + single.replace(Statement.ANY_UPDATE, ""), "");
      }
    }
    return doubt.isEmpty() ? new Coverage(Optional.of(false), "", behind) : unknown(doubt);
  }

  private static Coverage unknown(String why) {
    return new Coverage(Optional.empty(), why, "");
  }

  private static boolean names(VersionScheme scheme, String single, String version) {
    boolean updates = single.endsWith(Statement.ANY_UPDATE);
    String base =
        updates ? single.substring(0, single.length() - Statement.ANY_UPDATE.length()) : single;
    return base.equals(version)
        || (updates
            && version.startsWith(base)
            && UPDATE.matcher(version.substring(base.length())).matches())
        || (scheme.understands(base) && scheme.compare(version, base) == 0);
  }
}
