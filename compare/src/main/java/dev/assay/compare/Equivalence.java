package dev.assay.compare;

/** What two builds of the same source may leave different. */
public enum Equivalence {
  BUILD_TIME("build time"),
  BUILD_PATH("build path"),
  BUILD_ID("build-id"),
  SIGNATURE("signature block"),
  PADDING("padding"),
  ORDER("archive order"),
  COMPRESSION("compression"),
  MTIME("mtime"),
  /** Where a file system puts its members and what it says of itself. */
  LAYOUT("file system layout"),
  /** What follows from the rest and was computed from it again: sizes and checksums. */
  DERIVED("derived value");

  private final String word;

  Equivalence(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
