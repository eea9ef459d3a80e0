package dev.assay.formats.dex;

import java.util.List;

/**
 * A value as annotations and static fields have it.
 *
 * @param type of the format: 04 int, 17 string, 18 class, 1b enum, 1c array, 1d annotation, 1e
 *     null, 1f boolean …
 * @param bits the number, or the number of a string, class, field or method; sign-extended
 * @param elements of an array or annotation
 */
public record Value(int type, long bits, List<Value> elements) {
  /** Type of a string's number. */
  public static final int STRING = 0x17;

  public static final int INT = 0x04;
}
