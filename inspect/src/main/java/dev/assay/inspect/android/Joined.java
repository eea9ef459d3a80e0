package dev.assay.inspect.android;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Puts the lists and maps of facts together. */
public final class Joined {
  private Joined() {}

  /** One after the other. */
  public static <T> List<T> lists(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /** Sorted, each once. */
  public static List<String> sorted(List<String> first, List<String> second) {
    return List.copyOf(new TreeSet<>(lists(first, second)));
  }

  /**
   * @param both what a key that both have comes to
   */
  public static <T> Map<String, T> maps(
      Map<String, T> first, Map<String, T> second, BinaryOperator<T> both) {
    Map<String, T> all = new TreeMap<>(first);
    second.forEach((key, value) -> all.merge(key, value, both));
    return Collections.unmodifiableMap(all);
  }
}
