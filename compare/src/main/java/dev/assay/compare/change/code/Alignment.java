package dev.assay.compare.change.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which lines of two listings are the same. Where they part, the nearest place is looked for at
 * which a few lines in a row are the same again; how far is bounded, so that it takes a time in
 * proportion to the lines.
 */
public final class Alignment {
  private static final int FURTHEST = 64;
  private static final int IN_A_ROW = 3;

  /** An odd number without pattern, that no few keys in a row add up alike by chance. */
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private static final long END = 0x5851_F42D_4C95_7F2DL;
  private static final int MOST_FAILURES = 5_000;

  /** Lines of both sides between such that are the same; ends are behind the last. */
  public record Gap(int left, int leftEnd, int right, int rightEnd) {}

  /** Lines of which is known whether they are the same. */
  public interface Lines {
    int size();

    /** The same for lines that are the same. */
    long key(int line);

    /** A key for a text. */
    static long key(CharSequence text) {
      long hash = 0xCBF2_9CE4_8422_2325L; // FNV-1a, 64 bits
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
      }
      return hash;
    }
  }

  private final Lines before;
  private final Lines after;
  private final long[] runsBefore;
  private final long[] runsAfter;
  private final int[] matches;
  private final List<Gap> gaps = new ArrayList<>();

  private Alignment(Lines before, Lines after) {
    this.before = before;
    this.after = after;
    this.runsBefore = runs(before);
    this.runsAfter = runs(after);
    this.matches = new int[before.size()];
    Arrays.fill(matches, -1);
  }

  /** Which lines are the same. */
  public static Alignment of(Lines before, Lines after) {
    Alignment alignment = new Alignment(before, after);
    alignment.align();
    return alignment;
  }

  /** One number of the few lines that begin at each line, and of the end. */
  private static long[] runs(Lines lines) {
    long[] runs = new long[lines.size() + 1];
    for (int line = 0; line < runs.length; line++) {
      for (int i = 0; i < IN_A_ROW; i++) {
        runs[line] = runs[line] * MIX + (line + i < lines.size() ? lines.key(line + i) : END);
      }
    }
    return runs;
  }

  /** In their order. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** The line on the right that a line on the left is the same as; −1 where there is none. */
  public int match(int line) {
    return matches[line];
  }

  private void align() {
    int left = 0;
    int right = 0;
    int failures = 0;
    while (left < before.size() && right < after.size()) {
      if (before.key(left) == after.key(right)) {
        matches[left++] = right++;
        continue;
      }
      int[] skipped = failures < MOST_FAILURES ? next(left, right) : rest(left, right);
      failures += skipped[0] == 1 && skipped[1] == 1 ? 1 : 0;
      gap(left, left + skipped[0], right, right + skipped[1]);
      left += skipped[0];
      right += skipped[1];
    }
    gap(left, before.size(), right, after.size());
  }

  private int[] rest(int left, int right) {
    return new int[] {before.size() - left, after.size() - right};
  }

  /** How many lines of each side to skip; one of each where none is found. */
  private int[] next(int left, int right) {
    for (int both = 1; both <= FURTHEST; both++) {
      // Equally many first: one instruction for another is the commonest change.
      for (int step = 0; step <= both; step++) {
        int of = both / 2 + (step % 2 == 0 ? -step / 2 : (step + 1) / 2);
        if (of >= 0 && of <= both && isSame(left + of, right + both - of)) {
          return new int[] {of, both - of};
        }
      }
    }
    return new int[] {1, 1};
  }

  private boolean isSame(int left, int right) {
    if (left >= runsBefore.length
        || right >= runsAfter.length
        || runsBefore[left] != runsAfter[right]) {
      return false;
    }
    for (int i = 0; i < IN_A_ROW; i++) {
      if (left + i == before.size() || right + i == after.size()) {
        return left + i == before.size() && right + i == after.size();
      }
      if (before.key(left + i) != after.key(right + i)) {
        return false;
      }
    }
    return true;
  }

  private void gap(int left, int leftEnd, int right, int rightEnd) {
    if (left == leftEnd && right == rightEnd) {
      return;
    }
    Gap last = gaps.isEmpty() ? null : gaps.getLast();
    if (last != null && last.leftEnd == left && last.rightEnd == right) {
      gaps.removeLast();
      gaps.add(new Gap(last.left, leftEnd, last.right, rightEnd));
    } else {
      gaps.add(new Gap(left, leftEnd, right, rightEnd));
    }
  }
}
