package dev.assay.compare;

/** How two products compare. */
public enum Verdict {
  /** Every member has the same bytes, type, mode, owner and target on both sides. */
  EQUIVALENT,
  /** The same but for named {@link Equivalence}s, each of which was proven. */
  EQUIVALENT_EXCEPT,
  DIFFERENT
}
