package dev.assay.feed;

import dev.assay.feed.version.VersionScheme;
import java.util.List;

/**
 * What one source says about one vulnerability in one product. Without ranges and versions it
 * covers every version.
 *
 * @param subject {@link Subject} key of the product
 * @param release release of the distribution it holds for ({@code 12}, {@code 3.18}); empty: any
 * @param vulnerability canonical id, a CVE id where there is one
 * @param advisory id of the record that says so
 * @param source the kind of source
 * @param status what it says of the versions covered
 * @param scheme order of the versions
 * @param ranges intervals covered
 * @param versions single versions covered; {@code 9.2:*} stands for 9.2 and its updates such as
 *     9.2p1
 * @param conditions what else must hold
 * @param note the source's own word on it ({@code vulnerable_code_not_present}, {@code ignored});
 *     may be empty
 */
public record Statement(
    String subject,
    String release,
    String vulnerability,
    String advisory,
    SourceKind source,
    Status status,
    VersionScheme scheme,
    List<Range> ranges,
    List<String> versions,
    Conditions conditions,
    String note) {
  /** Behind a version: with all of its updates, as CPE has it. */
  public static final String ANY_UPDATE = ":*";

  public Statement {
    ranges = List.copyOf(ranges);
    versions = List.copyOf(versions);
  }

  /** A statement on every version in every release. */
  public static Statement of(
      String subject,
      String vulnerability,
      SourceKind source,
      Status status,
      VersionScheme scheme) {
    return new Statement(
        subject,
        "",
        vulnerability,
        vulnerability,
        source,
        status,
        scheme,
        List.of(),
        List.of(),
        Conditions.NONE,
        "");
  }

  public Statement inRelease(String newRelease) {
    return new Statement(
        subject,
        newRelease,
        vulnerability,
        advisory,
        source,
        status,
        scheme,
        ranges,
        versions,
        conditions,
        note);
  }

  public Statement by(String newAdvisory) {
    return new Statement(
        subject,
        release,
        vulnerability,
        newAdvisory,
        source,
        status,
        scheme,
        ranges,
        versions,
        conditions,
        note);
  }

  public Statement covering(List<Range> newRanges, List<String> newVersions) {
    return new Statement(
        subject,
        release,
        vulnerability,
        advisory,
        source,
        status,
        scheme,
        newRanges,
        newVersions,
        conditions,
        note);
  }

  public Statement under(Conditions newConditions) {
    return new Statement(
        subject,
        release,
        vulnerability,
        advisory,
        source,
        status,
        scheme,
        ranges,
        versions,
        newConditions,
        note);
  }

  public Statement noting(String newNote) {
    return new Statement(
        subject,
        release,
        vulnerability,
        advisory,
        source,
        status,
        scheme,
        ranges,
        versions,
        conditions,
        newNote);
  }

  /** Whether it covers every version there is. */
  public boolean coversAll() {
    if (!versions.isEmpty()) {
      return false;
    }
    for (Range range : ranges) {
      if (range.unbounded()) {
        return true;
      }
    }
    return ranges.isEmpty();
  }
}
