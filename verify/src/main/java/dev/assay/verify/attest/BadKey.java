package dev.assay.verify.attest;

/** A key that cannot be used; the message says why. */
public final class BadKey extends Exception {
  private static final long serialVersionUID = 1;

  public BadKey(String message) {
    super(message);
  }
}
