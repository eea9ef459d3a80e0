package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Differences of named things. */
public final class Sets {
  private Sets() {}

  /** Values of the same name that differ, or that stand on one side only. */
  public static void values(
      String what,
      Map<String, String> left,
      Map<String, String> right,
      int most,
      List<Aspect> into) {
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    int found = 0;
    for (String name : names) {
      String before = left.getOrDefault(name, "");
      String after = right.getOrDefault(name, "");
      boolean same = before.equals(after) && left.containsKey(name) == right.containsKey(name);
      if (!same && found++ < most) {
        into.add(Aspect.change(what + " " + name, before, after));
      }
    }
    more(what, found - most, into);
  }

  /** Things on one side only, those of the left first. */
  public static void members(
      String what, Collection<String> left, Collection<String> right, int most, List<Aspect> into) {
    Map<String, Integer> counts = new HashMap<>();
    left.forEach(each -> counts.merge(each, 1, Integer::sum));
    right.forEach(each -> counts.merge(each, -1, Integer::sum));
    counts.values().removeIf(count -> count == 0);
    NavigableMap<String, Integer> lone = new TreeMap<>(counts);
    int found = 0;
    for (Map.Entry<String, Integer> each : lone.entrySet()) {
      if (each.getValue() > 0 && found++ < most) {
        into.add(Aspect.change(what, each.getKey(), ""));
      }
    }
    for (Map.Entry<String, Integer> each : lone.entrySet()) {
      if (each.getValue() < 0 && found++ < most) {
        into.add(Aspect.change(what, "", each.getKey()));
      }
    }
    more(what, found - most, into);
  }

  /** Tells how many of one kind are not named, where there are any. */
  public static void more(String what, int left, List<Aspect> into) {
    if (left > 0) {
      into.add(Aspect.change(what, "", left + " more not shown"));
    }
  }
}
