package dev.assay.inspect.match;

import dev.assay.formats.stream.PairFilter;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many literals, ASCII letters in either case, in one pass.
 *
 * <p>An Aho–Corasick automaton (Aho and Corasick, 1975) with all transitions resolved: row {@code
 * state}, column {@code byte}. States that end a literal are numbered last, so that one comparison
 * tells whether something was found. Few states are ever visited in data that is not text, so their
 * rows stay in the first-level cache; mapping bytes to fewer columns was measured and costs more
 * than it saves.
 */
final class LiteralAutomaton {
  private final char[] next;
  private final int firstAccepting;
  private final int[][] ends;
  private final int[] lengths;
  private final int longest;
  private final PairFilter filter;

  /**
   * @param next successor of {@code state} by {@code byte} at {@code state << 8 | byte}
   * @param ends literals that end in state {@code firstAccepting + i}
   */
  LiteralAutomaton(
      char[] next, int firstAccepting, int[][] ends, int[] lengths, PairFilter filter) {
    this.next = next;
    this.firstAccepting = firstAccepting;
    this.ends = ends;
    this.lengths = lengths;
    this.longest = Arrays.stream(lengths).max().orElse(1);
    this.filter = filter;
  }

  /**
   * @param literals at least one byte each; found under their index in this list
   */
  static LiteralAutomaton of(List<byte[]> literals) {
    return new LiteralTrie(literals).automaton();
  }

  /** Bytes in the longest literal. */
  int longest() {
    return longest;
  }

  int length(int literal) {
    return lengths[literal];
  }

  /**
   * Reports every literal that starts in {@code [from, until)} and ends at or before {@code end},
   * in no particular order.
   *
   * <p>Data in which literals rarely seem to begin is skimmed. Elsewhere a byte's successor state
   * is known only when the load before it has come back, so one automaton alone waits most of the
   * time. Four, each on its own quarter, fill those gaps: 1.1 GB/s instead of 0.5.
   */
  void scan(byte[] data, int from, int until, int end, Candidates found) {
    if (filter.pays(data, from, until)) {
      skim(data, from, until, end, found);
      return;
    }
    int quarter = (until - from) / 4;
    if (quarter <= longest) {
      finish(data, 0, from, until, end, found);
      return;
    }
    int[] states = together(data, from, quarter, found);
    for (int lane = 0; lane < 4; lane++) {
      int laneEnd = from + (lane + 1) * quarter;
      finish(data, states[lane], laneEnd, lane == 3 ? until : laneEnd, end, found);
    }
  }

  /** Lets the automaton see only the surroundings of pairs that may begin a literal. */
  private void skim(byte[] data, int from, int until, int end, Candidates found) {
    int last = Math.min(end, until + 2);
    for (int pair = filter.next(data, from, last); pair + 1 < last; ) {
      int i = Math.max(from, pair - 1);
      int state = 0;
      while (i < end && (state != 0 || i <= pair + 1)) {
        state = next[state << 8 | data[i] & 0xFF];
        if (state >= firstAccepting) {
          report(state, i, until, found);
        }
        i++;
      }
      pair = filter.next(data, i + (i - from & 1), last);
    }
  }

  /** Runs four automata over four neighbouring quarters and returns the states they end in. */
  private int[] together(byte[] data, int from, int quarter, Candidates found) {
    char[] table = next;
    int accepting = firstAccepting;
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    int two = 2 * quarter;
    int three = 3 * quarter;
    for (int i = from; i < from + quarter; i++) {
      a = table[a << 8 | data[i] & 0xFF];
      b = table[b << 8 | data[i + quarter] & 0xFF];
      c = table[c << 8 | data[i + two] & 0xFF];
      d = table[d << 8 | data[i + three] & 0xFF];
      if (a >= accepting || b >= accepting || c >= accepting || d >= accepting) {
        report(new int[] {a, b, c, d}, i, quarter, found);
      }
    }
    return new int[] {a, b, c, d};
  }

  private void report(int[] states, int first, int quarter, Candidates found) {
    for (int lane = 0; lane < 4; lane++) {
      report(states[lane], first + lane * quarter, Integer.MAX_VALUE, found);
    }
  }

  /**
   * Goes on from {@code at} until no literal that starts before {@code until} can be open any more.
   */
  private void finish(byte[] data, int start, int at, int until, int end, Candidates found) {
    int state = start;
    int stop = (int) Math.min(end, (long) until + longest - 1);
    for (int i = at; i < stop; i++) {
      state = next[state << 8 | data[i] & 0xFF];
      if (state >= firstAccepting) {
        report(state, i, until, found);
      }
    }
  }

  private void report(int state, int last, int until, Candidates found) {
    if (state < firstAccepting) {
      return;
    }
    for (int literal : ends[state - firstAccepting]) {
      int start = last + 1 - lengths[literal];
      if (start < until) {
        found.add(start, literal);
      }
    }
  }
}
