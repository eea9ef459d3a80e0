package dev.assay.compare;

import java.util.Locale;

/** How one pair of members ended; the worse stands later. Identical pairs are only counted. */
public enum Outcome {
  /** The same but for what builds may leave different, each named and proven. */
  EQUIVALENT,
  ADDED,
  REMOVED,
  CHANGED,
  /** Differs, and what the difference means cannot be told. */
  OPAQUE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
