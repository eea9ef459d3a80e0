package dev.assay.verify.json;

/** Bytes that are not JSON; the message says what is wrong and at which byte. */
public final class BadJson extends Exception {
  private static final long serialVersionUID = 1;

  BadJson(String wrong, int offset) {
    super(wrong + " at byte " + offset);
  }
}
