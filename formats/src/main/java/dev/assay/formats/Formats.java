package dev.assay.formats;

import java.util.List;
import java.util.Optional;

/** Table of contents: every format Assay reads, in the order in which they are tried. */
public final class Formats {
  private Formats() {}

  private static final List<Format> ALL =
      List.of(
          // archives

          // compressed streams

          // file systems

          // boot and vendor images

          // named only
          );

  private static final List<Layout> LAYOUTS = List.of();

  /** All formats. Those with strong magic numbers come first, those that guess come last. */
  public static List<Format> all() {
    return ALL;
  }

  /** Arrangements of files that mean more than the files. */
  public static List<Layout> layouts() {
    return LAYOUTS;
  }

  /** The format of a content, or empty where none recognises it. */
  public static Optional<Format> of(Bytes content) {
    for (Format format : ALL) {
      try {
        if (format.recognises(content)) {
          return Optional.of(format);
        }
      } catch (Malformed notThisOne) {
        // A reader that runs out of bytes while looking has not recognised it.
      }
    }
    return Optional.empty();
  }

  /** What looks for known structures inside content that no format recognises, or empty where nothing does. */
  public static Optional<Container> carving() {
    return Optional.empty();
  }
}
