package dev.assay.feed.source;

/** Unwinds from a record that is to be refused; the message is the reason. */
public final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unexpected(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
