package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.compare.ByteRanges;
import dev.assay.formats.Bytes;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a content says.
 *
 * @param values by name
 * @param pieces the bytes of values that are too long to be shown and known by a checksum only; not
 *     of all of them where that would be too much to keep
 */
public record ValueSet(Map<String, String> values, Map<String, Bytes> pieces) {
  /** Ranges of bytes that are named of one piece. */
  private static final int MOST_RANGES = 20;

  /** Values without pieces of content. */
  public static ValueSet of(Map<String, String> values) {
    return new ValueSet(values, Map.of());
  }

  /**
   * Values that differ or stand on one side only, each piece with the places of its bytes that
   * differ.
   *
   * @param what has the names
   * @param most values that are named; of further ones the number
   */
  public static void differences(
      String what, ValueSet left, ValueSet right, int most, List<Aspect> into) {
    TreeSet<String> names = new TreeSet<>(left.values.keySet());
    names.addAll(right.values.keySet());
    names.removeIf(name -> left.has(name, right));
    for (String name : names.stream().limit(most).toList()) {
      into.add(
          Aspect.change(
              what + " " + name,
              left.values.getOrDefault(name, ""),
              right.values.getOrDefault(name, "")));
      for (Aspect range : ranges(name, left, right)) {
        into.add(
            Aspect.change(what + " " + name + ", " + range.what(), range.before(), range.after()));
      }
    }
    Sets.more(what, names.size() - most, into);
  }

  private boolean has(String name, ValueSet other) {
    return values.containsKey(name) && values.get(name).equals(other.values.get(name));
  }

  private static List<Aspect> ranges(String name, ValueSet left, ValueSet right) {
    return left.pieces.containsKey(name) && right.pieces.containsKey(name)
        ? ByteRanges.of(left.pieces.get(name), right.pieces.get(name), MOST_RANGES)
        : List.of();
  }
}
