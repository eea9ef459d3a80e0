package dev.assay.feed.store;

/** A feed file that is damaged, of another version, or none. Unchecked: any look-up may meet it. */
public final class BadFeed extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadFeed(String message) {
    super(message);
  }
}
