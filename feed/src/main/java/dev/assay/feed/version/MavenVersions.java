package dev.assay.feed.version;

import org.apache.maven.artifact.versioning.ComparableVersion;

/** Maven's own order (Maven POM reference, "Version order specification"), by Maven's own class. */
record MavenVersions() implements VersionScheme {
  @Override
  public String name() {
    return "maven";
  }

  /** Maven gives every text a place; blanks and control characters are refused as damage. */
  @Override
  public boolean understands(String version) {
    // Its parser recurses at each hyphen and change between digits and letters.
    return Known.within(version)
        && version.length() <= 256
        && version.chars().allMatch(c -> c > ' ' && c < 127);
  }

  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    return new ComparableVersion(left).compareTo(new ComparableVersion(right));
  }
}
