package dev.assay.verify.bundle;

/** What cannot be checked because it cannot be read at all; the message says what to do. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  public Unreadable(String message) {
    super(message);
  }
}
