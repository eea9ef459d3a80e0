package dev.assay.compare.change.elf;

import dev.assay.compare.change.code.Alignment;
import dev.assay.formats.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which functions are taken for each other where two listings of call frames part: those of one
 * name, and of those that have none as many as both sides have, in their order, those whose call
 * frame instructions begin in the same way before others.
 */
final class FramePairs {
  private static final int FURTHEST = 64;
  private static final int LONGEST = 64;

  private final FrameListing left;
  private final FrameListing right;
  private final Map<Integer, Integer> found = new HashMap<>();

  private FramePairs(FrameListing left, FrameListing right) {
    this.left = left;
    this.right = right;
  }

  /** Lines on the right by those on the left. */
  static Map<Integer, Integer> in(FrameListing left, FrameListing right, Alignment.Gap gap) {
    FramePairs pairs = new FramePairs(left, right);
    List<Integer> others = pairs.named(gap);
    List<Integer> ones = new ArrayList<>();
    for (int i = gap.left(); i < gap.leftEnd(); i++) {
      if (left.name(i).isEmpty()) {
        ones.add(i);
      }
    }
    pairs.nameless(ones, others);
    return pairs.found;
  }

  /** Those on the right that have no name. */
  private List<Integer> named(Alignment.Gap gap) {
    Map<String, Integer> named = new HashMap<>();
    List<Integer> nameless = new ArrayList<>();
    for (int i = gap.right(); i < gap.rightEnd(); i++) {
      if (right.name(i).isEmpty()) {
        nameless.add(i);
      } else {
        named.putIfAbsent(right.name(i), i);
      }
    }
    for (int i = gap.left(); i < gap.leftEnd(); i++) {
      Integer other = left.name(i).isEmpty() ? null : named.remove(left.name(i));
      if (other != null) {
        found.put(i, other);
      }
    }
    return nameless;
  }

  private void nameless(List<Integer> ones, List<Integer> others) {
    boolean more = ones.size() > others.size();
    List<Integer> fewer = more ? others : ones;
    List<Integer> choice = more ? ones : others;
    int next = 0;
    for (int i = 0; i < fewer.size(); i++) {
      int last = Math.min(next + FURTHEST, choice.size() - (fewer.size() - i));
      int best = next;
      int most = -1;
      for (int j = next; j <= last; j++) {
        int one = more ? choice.get(j) : fewer.get(i);
        int other = more ? fewer.get(i) : choice.get(j);
        int same = same(left.entry(one).program(), right.entry(other).program());
        if (same > most) {
          most = same;
          best = j;
        }
      }
      if (more) {
        found.put(choice.get(best), fewer.get(i));
      } else {
        found.put(fewer.get(i), choice.get(best));
      }
      next = best + 1;
    }
  }

  private static int same(Block one, Block other) {
    int most = Math.min(LONGEST, Math.min(one.size(), other.size()));
    int same = 0;
    while (same < most && one.u8(same) == other.u8(same)) {
      same++;
    }
    return same;
  }
}
