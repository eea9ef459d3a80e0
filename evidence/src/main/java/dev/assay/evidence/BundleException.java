package dev.assay.evidence;

/** A bundle that cannot be read at all; the message names file and line. */
public final class BundleException extends Exception {
  public BundleException(String message) {
    super(message);
  }
}
