package dev.assay.inspect.map;

import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A stretch of an image.
 *
 * @param start offset in the image
 * @param length in bytes
 * @param name of the part it is, such as {@code partition-1}; or empty
 * @param parts regions inside, in order and without gap; empty where it is not divided
 */
public record Region(long start, long length, String name, Meaning meaning, List<Region> parts) {
  public Region {
    parts = List.copyOf(parts);
  }

  static Region of(long start, long length, Meaning meaning) {
    return new Region(start, length, "", meaning, List.of());
  }

  /** Offset of the first byte behind it. */
  public long end() {
    return start + length;
  }

  /**
   * The same in what holds the image.
   *
   * @param place where a byte of the image stands there
   */
  Region at(LongUnaryOperator place) {
    long first = place.applyAsLong(start);
    List<Region> inside = parts.stream().map(part -> part.at(place)).toList();
    return new Region(first, place.applyAsLong(end()) - first, name, meaning, inside);
  }

  Region named(String newName) {
    return new Region(start, length, newName, meaning, parts);
  }
}
