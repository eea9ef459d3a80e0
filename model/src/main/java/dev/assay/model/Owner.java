package dev.assay.model;

/** Numeric user and group of a file, as the product stores them. */
public record Owner(int uid, int gid) {
  public static final Owner ROOT = new Owner(0, 0);

  /** {@code uid:gid}. */
  @Override
  public String toString() {
    return Integer.toUnsignedString(uid) + ":" + Integer.toUnsignedString(gid);
  }
}
