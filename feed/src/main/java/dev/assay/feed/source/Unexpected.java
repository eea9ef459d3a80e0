package dev.assay.feed.source;

/** Unwinds from a record that is to be refused; the message is the reason. */
final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unexpected(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
