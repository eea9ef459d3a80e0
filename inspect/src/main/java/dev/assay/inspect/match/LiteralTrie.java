package dev.assay.inspect.match;

import dev.assay.formats.stream.PairFilter;
import java.util.Arrays;
import java.util.List;

/**
 * Builds a {@link LiteralAutomaton}: the trie, the failure links breadth first, then the numbering
 * and the rows. A state's row is that of its failure link with its own children in it, so that rows
 * are copied whole; this happens before every evaluation.
 */
final class LiteralTrie {
  private static final int BYTES = 256;
  private static final int ROOT = 0;
  private static final int NONE = 0;
  private static final int[] NOTHING = {};

  private final List<byte[]> literals;

  /** Of each state: the byte that leads to it, its first child and its next sibling. */
  private final byte[] byteTo;

  private final int[] firstChild;
  private final int[] nextSibling;

  /** Children of the root by byte: nearly all searches for a child are there. */
  private final int[] ofRoot = new int[BYTES];

  /** Literals that end in a state, also by what its failure links end. */
  private final int[][] outputs;

  private int states = 1;

  LiteralTrie(List<byte[]> literals) {
    int most = 1 + literals.stream().mapToInt(literal -> literal.length).sum();
    this.literals = literals;
    this.byteTo = new byte[most];
    this.firstChild = new int[most];
    this.nextSibling = new int[most];
    this.outputs = new int[most][];
    Arrays.fill(outputs, NOTHING);
  }

  LiteralAutomaton automaton() {
    for (int index = 0; index < literals.size(); index++) {
      add(literals.get(index), index);
    }
    if (states > 1 + Character.MAX_VALUE) {
      throw new IllegalArgumentException("signatures have more than 65,536 bytes of literals");
    }
    int[] fail = new int[states];
    int[] order = breadthFirst(fail);
    return rows(order, fail);
  }

  private void add(byte[] literal, int index) {
    int state = ROOT;
    for (byte raw : literal) {
      byte folded = (byte) fold(raw & 0xFF);
      int child = child(state, folded);
      state = child == NONE ? newChild(state, folded) : child;
    }
    outputs[state] = joined(outputs[state], new int[] {index});
  }

  private int child(int state, byte wanted) {
    if (state == ROOT) {
      return ofRoot[wanted & 0xFF];
    }
    int child = firstChild[state];
    while (child != NONE && byteTo[child] != wanted) {
      child = nextSibling[child];
    }
    return child;
  }

  private int newChild(int state, byte folded) {
    int child = states++;
    byteTo[child] = folded;
    nextSibling[child] = firstChild[state];
    firstChild[state] = child;
    if (state == ROOT) {
      ofRoot[folded & 0xFF] = child;
    }
    return child;
  }

  /**
   * All states, those nearer to the root first.
   *
   * @param fail filled: the state of the longest proper suffix of each state that is one
   */
  private int[] breadthFirst(int[] fail) {
    int[] order = new int[states];
    int count = 1;
    for (int at = 0; at < count; at++) {
      int state = order[at];
      for (int child = firstChild[state]; child != NONE; child = nextSibling[child]) {
        order[count++] = child;
        if (state != ROOT) {
          fail[child] = suffix(fail[state], byteTo[child], fail);
          outputs[child] = joined(outputs[child], outputs[fail[child]]);
        }
      }
    }
    return order;
  }

  private int suffix(int state, byte next, int[] fail) {
    int at = state;
    while (at != ROOT && child(at, next) == NONE) {
      at = fail[at];
    }
    return child(at, next);
  }

  /** Numbers the states so that those which end a literal come last, and makes their rows. */
  private LiteralAutomaton rows(int[] order, int[] fail) {
    int firstAccepting = (int) Arrays.stream(order).filter(s -> outputs[s].length == 0).count();
    char[] numbered = new char[states];
    int[][] ends = new int[states - firstAccepting][];
    int plain = 0;
    int accepting = firstAccepting;
    for (int state : order) {
      if (outputs[state].length == 0) {
        numbered[state] = (char) plain++;
      } else {
        ends[accepting - firstAccepting] = outputs[state];
        numbered[state] = (char) accepting++;
      }
    }
    char[] next = new char[states * BYTES];
    for (int state : order) {
      int row = numbered[state] * BYTES;
      if (state == ROOT) {
        Arrays.fill(next, row, row + BYTES, numbered[ROOT]);
      } else {
        System.arraycopy(next, numbered[fail[state]] * BYTES, next, row, BYTES);
      }
      for (int child = firstChild[state]; child != NONE; child = nextSibling[child]) {
        int folded = byteTo[child] & 0xFF;
        next[row + folded] = numbered[child];
        next[row + unfold(folded)] = numbered[child];
      }
    }
    int[] lengths = literals.stream().mapToInt(literal -> literal.length).toArray();
    return new LiteralAutomaton(
        next, firstAccepting, ends, lengths, PairFilter.ofAnyCase(literals));
  }

  private static int[] joined(int[] one, int[] other) {
    if (one.length == 0) {
      return other;
    }
    int[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static int fold(int value) {
    return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
  }

  private static int unfold(int value) {
    return value >= 'a' && value <= 'z' ? value - ('a' - 'A') : value;
  }
}
