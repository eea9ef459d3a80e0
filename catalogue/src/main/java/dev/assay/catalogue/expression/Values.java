package dev.assay.catalogue.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** CEL's view of Java values: every integer a {@code Long}, every enum constant its name. */
final class Values {
  private Values() {}

  /**
   * A fact's value as expressions see it. Elements of collections are converted when they are read.
   */
  static Object of(Object raw) {
    // A chain rather than a pattern switch: this is the innermost step, and the switch's bootstrap
    // costs at start-up.
    if (raw instanceof String || raw instanceof Boolean || raw instanceof Long) {
      return raw;
    }
    if (raw instanceof Integer number) {
      return (long) number;
    }
    if (raw instanceof Enum<?> constant) {
      return constant.name();
    }
    return raw;
  }

  /** CEL's equality: deep on lists and maps. */
  static boolean equal(Object left, Object right) {
    Object a = of(left);
    Object b = of(right);
    if (a instanceof Collection<?> first && b instanceof Collection<?> second) {
      return equalElements(first, second);
    }
    if (a instanceof Map<?, ?> first && b instanceof Map<?, ?> second) {
      return equalEntries(first, second);
    }
    if (a instanceof Double first && b instanceof Double second) {
      return first.doubleValue() == second.doubleValue();
    }
    return a.equals(b);
  }

  private static boolean equalElements(Collection<?> first, Collection<?> second) {
    if (first.size() != second.size()) {
      return false;
    }
    var others = second.iterator();
    for (Object element : first) {
      if (!equal(element, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalEntries(Map<?, ?> first, Map<?, ?> second) {
    if (first.size() != second.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : first.entrySet()) {
      Object other = second.get(entry.getKey());
      if (other == null || !equal(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  /** Elements of a list or keys of a map, as loops see them. */
  static Collection<?> elements(Object range) {
    return range instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) range;
  }

  /** A list for indexing; a set has CEL's list type and its own order. */
  static List<?> list(Object collection) {
    return collection instanceof List<?> list ? list : List.copyOf((Collection<?>) collection);
  }
}
