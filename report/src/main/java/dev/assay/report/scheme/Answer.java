package dev.assay.report.scheme;

/**
 * What a bundle holds of what is expected.
 *
 * @param how what is there, or what is missing
 */
public record Answer(Expectation expectation, State state, String how) {
  /** How much of it is there. */
  public enum State {
    MISSING,
    PARTLY,
    FOUND;

    public String word() {
      return switch (this) {
        case MISSING -> "missing";
        case PARTLY -> "in part";
        case FOUND -> "there";
      };
    }
  }

  /** What is expected. */
  public String what() {
    return expectation.what();
  }

  /** Why it is expected. */
  public String because() {
    return expectation.because();
  }
}
