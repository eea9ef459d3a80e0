package dev.assay.inspect.android.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What each class extends and implements, near or far. Classes of real programs are made of some
 * dozens; a chain as long as the number of classes would cost its square, so a line ends after
 * {@value #LONGEST} and that it did is kept.
 */
final class Ancestry {
  static final int LONGEST = 200;

  /** Lines that are kept hold so many classes at most; others are followed each time. */
  private static final int MOST_KEPT = 4_000_000;

  private final Numbered<List<Program.Type>> lines = new Numbered<>();
  private String deepest = "";
  private int kept;

  /** A class and all it is made of, the nearest first. */
  List<Program.Type> line(Program.Type type) {
    List<Program.Type> known = lines.get(type.number);
    if (known == null) {
      known = follow(type);
      kept += known.size();
      if (kept <= MOST_KEPT) {
        lines.put(type.number, known);
      } else {
        kept = MOST_KEPT;
      }
    }
    return known;
  }

  /** Whether one of two classes is made of the other, or they are the same. */
  boolean related(Program.Type one, Program.Type other) {
    return line(one).contains(other) || line(other).contains(one);
  }

  /** The name of a class whose line was cut; empty where each is whole. */
  String deepest() {
    return deepest;
  }

  private List<Program.Type> follow(Program.Type type) {
    Set<Program.Type> found = new LinkedHashSet<>();
    Deque<Program.Type> up = new ArrayDeque<>(List.of(type));
    while (!up.isEmpty()) {
      Program.Type next = up.poll();
      if (found.size() < LONGEST) {
        if (found.add(next)) {
          up.addAll(next.parents);
        }
      } else if (!found.contains(next)) {
        deepest = deepest.isEmpty() ? type.name() : deepest;
        break;
      }
    }
    return List.copyOf(found);
  }
}
