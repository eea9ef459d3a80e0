package dev.assay.assess.gate;

/** A policy or waiver file that cannot be used; the message says where and what was expected. */
public final class BadFile extends Exception {
  public BadFile(String message) {
    super(message);
  }
}
