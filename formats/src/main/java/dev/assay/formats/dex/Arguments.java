package dev.assay.formats.dex;

/**
 * The registers a call passes, its receiver first, a {@code long} or {@code double} in two. What is
 * known of each is what straight-line code before the call put there: nothing is carried over a
 * place that a jump can lead to.
 */
public interface Arguments {
  /** What a register holds. */
  enum Content {
    /** Not a constant, or not known to be. */
    UNKNOWN,
    /** A number of 32 bits; also null, false, a character. */
    NUMBER,
    /** The string of a number. */
    STRING,
    /** The class of a type's number. */
    TYPE,
    /** What a static field's number names. */
    FIELD
  }

  int count();

  /** What the register at a place holds; {@code UNKNOWN} beyond the last. */
  Content content(int place);

  /** The number that {@link #content} explains; 0 where it is unknown. */
  int value(int place);
}
