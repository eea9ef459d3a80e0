package dev.assay.catalogue.mutation;

/** What an alteration does to an oracle. */
public enum Change {
  /** Says the opposite somewhere. */
  NEGATED("negated"),
  /** Passes all that passed and perhaps more. */
  WIDENED("widened"),
  /** Passes no more than what passed. */
  NARROWED("narrowed");

  private final String word;

  Change(String word) {
    this.word = word;
  }

  /** For people and for JSON. */
  public String word() {
    return word;
  }

  /** The same change inside of a negation. */
  Change inverted() {
    return switch (this) {
      case NEGATED -> NEGATED;
      case WIDENED -> NARROWED;
      case NARROWED -> WIDENED;
    };
  }
}
