package dev.assay.feed.version;

/** The guard of every comparison. */
final class Known {
  private Known() {}

  static void both(VersionScheme scheme, String left, String right) {
    one(scheme, left);
    one(scheme, right);
  }

  private static void one(VersionScheme scheme, String version) {
    if (!scheme.understands(version)) {
      throw new IllegalArgumentException(
          "expected a " + scheme.name() + " version, found `" + version + "`");
    }
  }

  static boolean within(String version) {
    return !version.isEmpty() && version.length() <= VersionScheme.LONGEST;
  }
}
