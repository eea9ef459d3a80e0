package dev.assay.compare.change.code;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Sets;
import java.util.List;
import java.util.Map;

/** Differences of lists whose order matters: instructions of code. */
public final class Listings {
  private Listings() {}

  /**
   * What stands between the beginning and the end that two lists share: line by line where equally
   * many do, else what each has that the other has not.
   *
   * @param line of what: {@code method f(), instruction}
   * @param most lines that are named; of further ones the number
   */
  public static void between(
      String line, List<String> left, List<String> right, int most, List<Aspect> into) {
    int shorter = Math.min(left.size(), right.size());
    int head = 0;
    while (head < shorter && left.get(head).equals(right.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && left.get(left.size() - 1 - tail).equals(right.get(right.size() - 1 - tail))) {
      tail++;
    }
    List<String> before = left.subList(head, left.size() - tail);
    List<String> after = right.subList(head, right.size() - tail);
    if (before.size() != after.size()) {
      Sets.members("%s from %d on".formatted(line, head), before, after, most, into);
      return;
    }
    int found = 0;
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i)) && found++ < most) {
        into.add(Aspect.change("%s %d".formatted(line, head + i), before.get(i), after.get(i)));
      }
    }
    Sets.more(line, found - most, into);
  }

  /** The same of every listing that both sides have, by name. */
  public static void all(
      String what,
      String line,
      Map<String, List<String>> left,
      Map<String, List<String>> right,
      int most,
      List<Aspect> into) {
    left.forEach(
        (name, before) -> {
          if (right.containsKey(name)) {
            between(what + " " + name + ", " + line, before, right.get(name), most, into);
          }
        });
  }
}
