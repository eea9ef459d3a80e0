package dev.assay.compare;

import dev.assay.formats.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Members that have another name on each side and are alike in most of their content. */
final class Alike {
  /** Members of one side that are looked at. */
  private static final int MOST = 500;

  private static final double LEAST = 0.5;

  private static final Comparator<Candidate> MOST_ALIKE_FIRST =
      Comparator.comparingDouble(Candidate::resemblance)
          .reversed()
          .thenComparingInt(Candidate::left)
          .thenComparingInt(Candidate::right);

  private record Candidate(double resemblance, int left, int right) {}

  private Alike() {}

  /**
   * Each member is in one pair at most.
   *
   * @param sketch of a member's content; empty where it has none to be known by
   */
  static List<Pairing.Pair> pairs(
      List<Entry> left, List<Entry> right, Function<Entry, Optional<Sketch>> sketch) {
    List<Optional<Sketch>> lefts = left.stream().limit(MOST).map(sketch).toList();
    List<Optional<Sketch>> rights = right.stream().limit(MOST).map(sketch).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < lefts.size(); i++) {
      for (int j = 0; j < rights.size() && lefts.get(i).isPresent(); j++) {
        if (rights.get(j).isPresent()) {
          double resemblance = lefts.get(i).get().resemblance(rights.get(j).get());
          if (resemblance >= LEAST) {
            candidates.add(new Candidate(resemblance, i, j));
          }
        }
      }
    }
    return chosen(candidates.stream().sorted(MOST_ALIKE_FIRST).toList(), left, right);
  }

  private static List<Pairing.Pair> chosen(
      List<Candidate> candidates, List<Entry> left, List<Entry> right) {
    boolean[] leftTaken = new boolean[left.size()];
    boolean[] rightTaken = new boolean[right.size()];
    List<Pairing.Pair> pairs = new ArrayList<>();
    for (Candidate each : candidates) {
      if (!leftTaken[each.left] && !rightTaken[each.right]) {
        leftTaken[each.left] = true;
        rightTaken[each.right] = true;
        pairs.add(new Pairing.Pair(left.get(each.left), right.get(each.right)));
      }
    }
    return pairs;
  }
}
