package dev.assay.formats.dwarf;

/** An entry (DIE): what it is, and where in the tree. */
public final class Entry {
  private final int at;
  private final int depth;
  private final int attributesAt;
  private final Abbreviation abbreviation;

  Entry(int at, int depth, int attributesAt, Abbreviation abbreviation) {
    this.at = at;
    this.depth = depth;
    this.attributesAt = attributesAt;
    this.abbreviation = abbreviation;
  }

  /** Offset in the section. */
  public long at() {
    return at;
  }

  /** How many entries it is nested in; of the unit itself 0. */
  public int depth() {
    return depth;
  }

  /** {@link Names#TAG} has the word. */
  public int tag() {
    return abbreviation.tag();
  }

  int attributesAt() {
    return attributesAt;
  }

  Abbreviation abbreviation() {
    return abbreviation;
  }
}
