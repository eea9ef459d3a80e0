package dev.assay.model;

/** The possible verdicts of a test case (ISO/IEC 9646). */
public enum Outcome {
  PASS,
  FAIL,
  /** Could not be decided; the verdict says why. Never counted as a pass. */
  INCONCLUSIVE
}
