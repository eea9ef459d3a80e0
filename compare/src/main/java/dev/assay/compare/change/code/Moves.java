package dev.assay.compare.change.code;

import java.util.HashMap;
import java.util.Map;

/**
 * Where what has no name went from one build to another: the place that most instructions name in
 * its stead, if that is named in no other's stead more often. One instruction alone is no witness:
 * another must say the same, or something else must have gone as far.
 */
final class Moves {
  private static final int WITNESSES = 2;

  private final Map<Long, Map<Long, Integer>> there = new HashMap<>();
  private final Map<Long, Map<Long, Integer>> back = new HashMap<>();

  /** How many places went so far, in bytes. */
  private final Map<Long, Integer> distances = new HashMap<>();

  /** An instruction names one address on the left and in the same place the other on the right. */
  void add(long left, long right) {
    int times = there.computeIfAbsent(left, any -> new HashMap<>(2)).merge(right, 1, Integer::sum);
    if (times == 1) {
      distances.merge(right - left, 1, Integer::sum);
    }
    back.computeIfAbsent(right, any -> new HashMap<>(2)).merge(left, 1, Integer::sum);
  }

  /** Whether both addresses are those of the same thing, as far as is known. */
  boolean isSame(long left, long right) {
    Map<Long, Integer> named = there.getOrDefault(left, Map.of());
    return left == right
        || most(named) == right
            && most(back.getOrDefault(right, Map.of())) == left
            && (named.getOrDefault(right, 0) >= WITNESSES
                || distances.getOrDefault(right - left, 0) >= WITNESSES);
  }

  /** Of equally many the lowest, so that order does not matter. */
  private static long most(Map<Long, Integer> counts) {
    long best = -1;
    int times = 0;
    for (Map.Entry<Long, Integer> each : counts.entrySet()) {
      boolean more = each.getValue() > times;
      if (more || each.getValue() == times && each.getKey() < best) {
        best = each.getKey();
        times = each.getValue();
      }
    }
    return best;
  }
}
