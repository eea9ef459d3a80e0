package dev.assay.feed.match;

import dev.assay.feed.Range;
import dev.assay.feed.Statement;
import dev.assay.feed.version.VersionScheme;
import java.util.Optional;

/**
 * Whether a statement covers a version.
 *
 * @param answer empty where the version or a bound is not understood, or none is named
 * @param where the range or version that settled it, for people
 * @param fixed first version behind the range that covers, or behind all that do not; may be empty
 */
record Coverage(Optional<Boolean> answer, String where, String fixed) {
  static Coverage of(Statement statement, String version) {
    if (statement.coversAll()) {
      return new Coverage(Optional.of(true), Range.ALL.toString(), "");
    }
    VersionScheme scheme = statement.scheme();
    String subject = statement.subject();
    String own = UpstreamVersion.asRecorded(subject, version);
    if (!scheme.understands(own)) {
      return unknown(
          version.isEmpty()
              ? "the component's version is not known"
              : "`" + version + "` is no " + scheme.name() + " version");
    }
    String doubt = "";
    String behind = "";
    for (Range given : statement.ranges()) {
      Range range = UpstreamVersion.asRecorded(subject, given);
      try {
        if (range.contains(scheme, own)) {
          return new Coverage(Optional.of(true), given.toString(), given.fixed());
        }
        if (!range.fixed().isEmpty() && scheme.compare(own, range.fixed()) >= 0) {
          behind = given.fixed();
        }
      } catch (IllegalArgumentException e) {
        doubt = "the range " + given + " is not of " + scheme.name() + " versions";
      }
    }
    for (String single : statement.versions()) {
      String other = UpstreamVersion.asRecorded(subject, single);
      if (single.equals("-")) {
        doubt = "the record names no version";
      } else if (other.equals(own)
          || (scheme.understands(other) && scheme.compare(own, other) == 0)) {
        return new Coverage(Optional.of(true), "= " + single, "");
      }
    }
    return doubt.isEmpty() ? new Coverage(Optional.of(false), "", behind) : unknown(doubt);
  }

  private static Coverage unknown(String why) {
    return new Coverage(Optional.empty(), why, "");
  }
}
