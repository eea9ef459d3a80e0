package dev.assay.verify.bundle;

/** A file that is not what it should be; the message names it, and line or byte. */
public final class Damaged extends Exception {
  private static final long serialVersionUID = 1;

  public Damaged(String message) {
    super(message);
  }
}
