package dev.assay.feed.source;

/**
 * An input whose structure is broken or unknown, so that nothing can be said of its completeness.
 */
public final class BadSource extends Exception {
  private static final long serialVersionUID = 1;

  /** Names the file and, where there is one, the place in it. */
  public BadSource(String file, String reason) {
    super(file + ": " + reason);
  }
}
