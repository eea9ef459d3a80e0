package dev.assay.catalogue.cel;

/** An expression that cannot be compiled; the message says where in it and why. */
public final class BadExpression extends Exception {
  public BadExpression(String message) {
    super(message);
  }
}
