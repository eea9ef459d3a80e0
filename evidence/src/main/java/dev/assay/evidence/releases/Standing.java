package dev.assay.evidence.releases;

import java.util.Locale;

/** What became of a failure in the last of several releases. */
public enum Standing {
  /** Failed, passed, fails again. */
  RETURNED,
  /** Fails and did not before. */
  NEW,
  /** Fails and was never seen to pass since it failed first. */
  STILL_OPEN,
  /** Failed before and has no verdict now, or none that decides: not the same as fixed. */
  UNDECIDED,
  /** Failed before, passes. */
  FIXED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
