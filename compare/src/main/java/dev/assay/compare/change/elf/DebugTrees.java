package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which entries of two units differ. The same are those of one name in the same place of the tree;
 * of what is left between them, those of one kind in their order.
 */
final class DebugTrees {
  private static final int DEEPEST = 100;

  private final DebugUnit left;
  private final DebugUnit right;
  private final String what;
  private final int most;
  private final List<Aspect> into;
  private int found;

  /**
   * @param what has the entries: the name of the unit
   */
  DebugTrees(DebugUnit left, DebugUnit right, String what, int most, List<Aspect> into) {
    this.left = left;
    this.right = right;
    this.what = what;
    this.most = most;
    this.into = into;
  }

  /** How many differences there are; at most some of them were told. */
  int tell() {
    if (!left.entries().isEmpty() && !right.entries().isEmpty()) {
      pair(0, 0, what, 0);
    }
    return found;
  }

  private void pair(int one, int other, String path, int depth) {
    attributes(one, other, path);
    List<Integer> ones = left.nested(one);
    List<Integer> others = right.nested(other);
    Map<Integer, Integer> pairs = pairs(labels(left, ones), labels(right, others));
    fill(ones, others, pairs);
    boolean[] met = new boolean[others.size()];
    int last = -1;
    boolean ordered = true;
    for (int i = 0; i < ones.size(); i++) {
      Integer match = pairs.get(i);
      String label = path + ": " + left.label(ones.get(i));
      if (match == null) {
        tell(label, left.text(ones.get(i)), "");
      } else {
        met[match] = true;
        ordered &= match > last;
        last = match;
        if (depth < DEEPEST) {
          pair(ones.get(i), others.get(match), label, depth + 1);
        }
      }
    }
    for (int i = 0; i < others.size(); i++) {
      if (!met[i]) {
        tell(path + ": " + right.label(others.get(i)), "", right.text(others.get(i)));
      }
    }
    if (!ordered) {
      tell(path, "", "what is nested is in another order");
    }
  }

  private void attributes(int one, int other, String path) {
    Map<String, String> before = left.attributes(one);
    Map<String, String> after = right.attributes(other);
    if (left.tag(one) != right.tag(other)) {
      tell(path, left.label(one), right.label(other));
    }
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String value = before.getOrDefault(name, "");
      String changed = after.getOrDefault(name, "");
      if (!value.equals(changed)) {
        tell(path + ", " + name, value, changed);
      }
    }
  }

  /** Of several that are called the same, each has a number. */
  private static List<String> labels(DebugUnit unit, List<Integer> entries) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> labels = new ArrayList<>();
    for (int each : entries) {
      String label = unit.label(each);
      labels.add(label + "\0" + seen.merge(label, 1, Integer::sum));
    }
    return labels;
  }

  private static Map<Integer, Integer> pairs(List<String> left, List<String> right) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < right.size(); i++) {
      places.put(right.get(i), i);
    }
    Map<Integer, Integer> found = new TreeMap<>();
    for (int i = 0; i < left.size(); i++) {
      Integer other = places.get(left.get(i));
      if (other != null) {
        found.put(i, other);
      }
    }
    return found;
  }

  /** Takes those for each other that stand behind the same entry and are of one kind. */
  private void fill(List<Integer> ones, List<Integer> others, Map<Integer, Integer> pairs) {
    boolean[] taken = new boolean[others.size()];
    pairs.values().forEach(each -> taken[each] = true);
    int next = 0;
    for (int i = 0; i < ones.size(); i++) {
      Integer match = pairs.get(i);
      if (match != null) {
        next = match + 1;
      } else if (next < others.size()
          && !taken[next]
          && left.tag(ones.get(i)) == right.tag(others.get(next))) {
        taken[next] = true;
        pairs.put(i, next++);
      }
    }
  }

  private void tell(String name, String before, String after) {
    if (found++ < most) {
      into.add(Aspect.change("debug entry of " + name, before, after));
    }
  }
}
