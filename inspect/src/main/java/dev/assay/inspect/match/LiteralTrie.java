package dev.assay.inspect.match;

import dev.assay.formats.stream.PairFilter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Builds a {@link LiteralAutomaton}: the trie, the failure links breadth first, then the numbering.
 */
final class LiteralTrie {
  private static final int BYTES = 256;

  private final List<byte[]> literals;
  private final List<int[]> children = new ArrayList<>();
  private final List<List<Integer>> outputs = new ArrayList<>();

  LiteralTrie(List<byte[]> literals) {
    this.literals = literals;
  }

  LiteralAutomaton automaton() {
    newState();
    for (int index = 0; index < literals.size(); index++) {
      add(literals.get(index), index);
    }
    return number(resolve());
  }

  private int newState() {
    if (children.size() > Character.MAX_VALUE) {
      throw new IllegalArgumentException("signatures have more than 65,536 bytes of literals");
    }
    children.add(new int[BYTES]);
    outputs.add(new ArrayList<>());
    return children.size() - 1;
  }

  private void add(byte[] literal, int index) {
    int state = 0;
    for (byte raw : literal) {
      int column = fold(raw & 0xFF);
      if (children.get(state)[column] == 0) {
        children.get(state)[column] = newState();
      }
      state = children.get(state)[column];
    }
    outputs.get(state).add(index);
  }

  /** Gives every state a successor for every byte; returns the states breadth first. */
  private int[] resolve() {
    int[] order = new int[children.size()];
    int[] fail = new int[children.size()];
    int count = 1;
    Deque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int state = queue.poll();
      int[] row = children.get(state);
      for (int column = 0; column < BYTES; column++) {
        int fallback = state == 0 ? 0 : children.get(fail[state])[column];
        int child = row[column];
        if (child == 0) {
          row[column] = fallback;
          continue;
        }
        fail[child] = fallback;
        outputs.get(child).addAll(outputs.get(fallback));
        order[count++] = child;
        queue.add(child);
      }
    }
    return order;
  }

  /** Numbers the states so that those which end a literal come last. */
  private LiteralAutomaton number(int[] order) {
    int[] numbered = new int[order.length];
    int at = 0;
    for (int state : order) {
      if (outputs.get(state).isEmpty()) {
        numbered[state] = at++;
      }
    }
    int firstAccepting = at;
    for (int state : order) {
      if (!outputs.get(state).isEmpty()) {
        numbered[state] = at++;
      }
    }
    char[] next = new char[order.length * BYTES];
    int[][] ends = new int[order.length - firstAccepting][];
    for (int state : order) {
      int row = numbered[state];
      for (int column = 0; column < BYTES; column++) {
        next[row << 8 | column] = (char) numbered[children.get(state)[fold(column)]];
      }
      if (row >= firstAccepting) {
        ends[row - firstAccepting] = outputs.get(state).stream().mapToInt(i -> i).toArray();
      }
    }
    int[] lengths = literals.stream().mapToInt(literal -> literal.length).toArray();
    return new LiteralAutomaton(
        next, firstAccepting, ends, lengths, PairFilter.ofAnyCase(literals));
  }

  private static int fold(int value) {
    return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
  }
}
