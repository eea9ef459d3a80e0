package dev.assay.model;

/**
 * Something in a product that could not be read as its format demands. It is a fact about the
 * artifact it stands on; the rest of the product is still evaluated.
 *
 * @param code stable dotted word, format first: {@code squashfs.block-out-of-range}, {@code
 *     limit.expansion}
 * @param offset where in the artifact's bytes, or −1 where no single place is meant
 * @param message what was expected, what was found, what was done instead
 */
public record Problem(String code, long offset, String message) implements Comparable<Problem> {
  /** Code of the one problem that is not of the product: a reader of Assay failed. */
  public static final String FAULT = "assay.fault";

  /** Whether Assay failed where it was met, so that nothing is said of the product. */
  public boolean isFault() {
    return code.equals(FAULT);
  }

  @Override
  public int compareTo(Problem other) {
    int byOffset = Long.compare(offset, other.offset);
    int byCode = byOffset != 0 ? byOffset : code.compareTo(other.code);
    return byCode != 0 ? byCode : message.compareTo(other.message);
  }
}
