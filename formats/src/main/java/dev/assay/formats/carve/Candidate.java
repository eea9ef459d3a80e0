package dev.assay.formats.carve;

/**
 * A magic number in a blob.
 *
 * @param at its offset
 */
record Candidate(long at, Magic magic) implements Comparable<Candidate> {
  @Override
  public int compareTo(Candidate other) {
    return at != other.at
        ? Long.compare(at, other.at)
        : Integer.compare(magic.order(), other.magic.order());
  }
}
