package dev.assay.cli.product;

/**
 * A product that cannot be had: wrong name, missing client, unreadable file. The message is one
 * line that says how to mend it.
 */
public final class BadProduct extends Exception {
  public BadProduct(String message) {
    super(message);
  }
}
