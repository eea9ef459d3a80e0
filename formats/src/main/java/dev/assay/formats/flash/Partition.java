package dev.assay.formats.flash;

/**
 * A part of a flash chip.
 *
 * @param name letters, digits and {@code . _ -} only; not empty
 * @param start in bytes
 * @param length in bytes
 */
public record Partition(String name, long start, long length) {
  private static final int LONGEST = 40;

  /** Offset of the first byte behind it. */
  public long end() {
    return start + length;
  }

  /** As {@link Partition}, with a name as it stands in the image. */
  static Partition of(String stored, long start, long length) {
    String name = stored.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "");
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return new Partition(cut.isEmpty() ? "part" : cut, start, length);
  }
}
