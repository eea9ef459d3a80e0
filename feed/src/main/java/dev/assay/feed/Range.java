package dev.assay.feed;

import dev.assay.feed.version.VersionScheme;

/**
 * An interval of versions. An empty bound is open; of the two lower and the two upper bounds at
 * most one each is set.
 *
 * @param introduced first version inside
 * @param after last version before it
 * @param fixed first version behind it
 * @param lastAffected last version inside
 */
public record Range(String introduced, String after, String fixed, String lastAffected) {
  public static final Range ALL = new Range("", "", "", "");

  public Range {
    if ((!introduced.isEmpty() && !after.isEmpty())
        || (!fixed.isEmpty() && !lastAffected.isEmpty())) {
      throw new IllegalArgumentException("expected one bound at each end of a version range");
    }
  }

  /** Everything before {@code version}. */
  public static Range before(String version) {
    return new Range("", "", version, "");
  }

  /** That version alone. */
  public static Range exactly(String version) {
    return new Range(version, "", "", version);
  }

  /** Whether it is open at both ends. */
  public boolean unbounded() {
    return introduced.isEmpty() && after.isEmpty() && fixed.isEmpty() && lastAffected.isEmpty();
  }

  /**
   * Whether {@code version} lies inside.
   *
   * @throws IllegalArgumentException if the scheme does not understand it or a bound
   */
  public boolean contains(VersionScheme scheme, String version) {
    return (introduced.isEmpty() || scheme.compare(version, introduced) >= 0)
        && (after.isEmpty() || scheme.compare(version, after) > 0)
        && (fixed.isEmpty() || scheme.compare(version, fixed) < 0)
        && (lastAffected.isEmpty() || scheme.compare(version, lastAffected) <= 0);
  }

  /** As people write it: {@code ≥ 8.5, < 9.8}. */
  @Override
  public String toString() {
    String low = !introduced.isEmpty() ? "≥ " + introduced : !after.isEmpty() ? "> " + after : "";
    String high =
        !fixed.isEmpty() ? "< " + fixed : !lastAffected.isEmpty() ? "≤ " + lastAffected : "";
    if (!introduced.isEmpty() && introduced.equals(lastAffected)) {
      return "= " + introduced;
    }
    if (low.isEmpty() && high.isEmpty()) {
      return "every version";
    }
    return low.isEmpty() ? high : high.isEmpty() ? low : low + ", " + high;
  }
}
