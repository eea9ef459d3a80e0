package dev.assay.verify.bundle;

/** What came of a test case, from best to worst. */
public enum Outcome {
  PASS,
  INCONCLUSIVE,
  FAIL;

  /** What is no known word counts as not decided. */
  static Outcome of(String word) {
    return switch (word) {
      case "PASS" -> PASS;
      case "FAIL" -> FAIL;
      default -> INCONCLUSIVE;
    };
  }

  static Outcome worse(Outcome one, Outcome other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
