package dev.assay.inspect.cache;

/** Something remembered is not as it was written. Counts as forgotten. */
public final class BadEntry extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadEntry(String what) {
    super(what);
  }
}
