package dev.assay.feed.match;

/** What a feed says of one flaw in one component. */
public enum Decision {
  /** The version has the flaw. */
  AFFECTED,
  /** The version, or the distribution's build of it, has the fix. */
  FIXED,
  /** The flawed code is not in it or cannot be reached. */
  NOT_AFFECTED,
  /** The feed does not settle it; the reason says what is missing. */
  UNDECIDED
}
