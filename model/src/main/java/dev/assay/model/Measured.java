package dev.assay.model;

/**
 * How often a test case was right where the right answer was known, and how closely its controls
 * watch it.
 *
 * @param on ISO 8601 date of the measurement
 * @param flawed products made to fail it
 * @param sound products made to pass it
 * @param clean verdicts on well-configured systems; wrong is a failure that nobody justified
 * @param alterations of its oracle; wrong is one that no control noticed
 */
public record Measured(String on, Tried flawed, Tried sound, Tried clean, Tried alterations) {
  /**
   * A number of trials.
   *
   * @param wrong how many of them went wrong
   */
  public record Tried(int all, int wrong) {
    public Tried {
      if (wrong < 0 || wrong > all) {
        throw new IllegalArgumentException(wrong + " wrong of " + all);
      }
    }
  }
}
