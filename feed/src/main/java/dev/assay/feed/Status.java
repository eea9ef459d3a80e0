package dev.assay.feed;

/**
 * What a source says about the versions that a {@link Statement} covers; the words of VEX. The
 * position is the number in a feed file.
 */
public enum Status {
  AFFECTED,
  NOT_AFFECTED,
  FIXED,
  UNDER_INVESTIGATION
}
