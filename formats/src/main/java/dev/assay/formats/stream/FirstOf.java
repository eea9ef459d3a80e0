package dev.assay.formats.stream;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Looks for several byte sequences in one pass. Safe for use by several threads. */
public final class FirstOf {
  private static final int STEP = 64 << 10;

  private final List<byte[]> wanted;
  private final PairFilter filter;
  private final int longest;

  /**
   * @param wanted the first being preferred; each of {@link PairFilter#LEAST} bytes or more
   */
  public FirstOf(List<byte[]> wanted) {
    this.wanted = List.copyOf(wanted);
    this.filter = PairFilter.of(wanted);
    this.longest = wanted.stream().mapToInt(each -> each.length).max().orElse(0);
  }

  /** Which of those that stand in the content comes first in the list; empty where none does. */
  public OptionalInt in(Bytes content) {
    int best = wanted.size();
    for (long at = 0; at < content.size() && best > 0; at += STEP) {
      best = in(content.blockUpTo(at, STEP + longest), best);
    }
    return best < wanted.size() ? OptionalInt.of(best) : OptionalInt.empty();
  }

  private int in(Block block, int before) {
    byte[] array = block.array();
    int from = block.arrayOffset();
    int end = from + block.size();
    int best = before;
    for (int at = filter.next(array, from, end);
        at + 1 < end;
        at = filter.next(array, at + 2, end)) {
      best = standing(array, at, end, best);
      if (at > from) {
        best = standing(array, at - 1, end, best);
      }
    }
    return best;
  }

  private int standing(byte[] array, int at, int end, int before) {
    for (int i = 0; i < before; i++) {
      byte[] each = wanted.get(i);
      if (at + each.length <= end
          && Arrays.equals(array, at, at + each.length, each, 0, each.length)) {
        return i;
      }
    }
    return before;
  }
}
