package dev.assay.inspect.starts;

/** Yes, no, or not to be told from the product. */
public enum Answer {
  YES,
  NO,
  UNKNOWN;

  public static Answer of(boolean value) {
    return value ? YES : NO;
  }

  /** Whether both hold. */
  public Answer and(Answer other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  /** Whether one of them holds. */
  public Answer or(Answer other) {
    return not().and(other.not()).not();
  }

  public Answer not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
