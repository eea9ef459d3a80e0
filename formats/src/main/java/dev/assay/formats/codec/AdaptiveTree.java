package dev.assay.formats.codec;

/**
 * A Huffman code that changes with each character that it has told, so that no table has to be
 * stored (LZHUF, 1988; Vitter's sibling property). Nodes are in the order of how often they came;
 * the sons of a node stand side by side. Not for several threads.
 */
final class AdaptiveTree {
  /** From this on all counts are halved. */
  private static final int MOST = 0x8000;

  private final int leaves;
  private final int root;

  /** How often each node came, in rising order; behind the root more than any can have. */
  private final int[] counts;

  /** The first of a node's sons, or {@code nodes +} the character of a leaf. */
  private final int[] sons;

  /** By node, and behind the nodes the leaf of each character. */
  private final int[] parents;

  AdaptiveTree(int characters) {
    leaves = characters;
    root = 2 * characters - 2;
    int nodes = root + 1;
    counts = new int[nodes + 1];
    sons = new int[nodes];
    parents = new int[nodes + characters];
    counts[nodes] = Integer.MAX_VALUE;
    for (int leaf = 0; leaf < leaves; leaf++) {
      counts[leaf] = 1;
      sons[leaf] = nodes + leaf;
      parents[nodes + leaf] = leaf;
    }
    for (int node = leaves, son = 0; node <= root; node++, son += 2) {
      counts[node] = counts[son] + counts[son + 1];
      join(node, son);
    }
  }

  /** The next character of a stream. */
  int next(Bits in) {
    int node = sons[root];
    while (node <= root) {
      node = sons[node + in.bits(1)];
    }
    int character = node - root - 1;
    count(character);
    return character;
  }

  private void count(int character) {
    if (counts[root] == MOST) {
      halve();
    }
    int node = parents[root + 1 + character];
    while (node != root) {
      int count = ++counts[node];
      int last = node;
      while (count > counts[last + 1]) {
        last++;
      }
      if (last != node) {
        exchange(node, last, count);
      }
      node = parents[last];
    }
    counts[root]++;
  }

  /** Moves a node behind all that came less often. */
  private void exchange(int node, int last, int count) {
    counts[node] = counts[last];
    counts[last] = count;
    int son = sons[node];
    join(node, sons[last]);
    join(last, son);
  }

  private void join(int node, int son) {
    sons[node] = son;
    parents[son] = node;
    if (son <= root) {
      parents[son + 1] = node;
    }
  }

  /** Halves the counts of the leaves, upwards, and builds the tree anew. */
  private void halve() {
    int leaf = 0;
    for (int node = 0; node <= root; node++) {
      if (sons[node] > root) {
        counts[leaf] = (counts[node] + 1) / 2;
        sons[leaf++] = sons[node];
      }
    }
    for (int end = leaves, son = 0; end <= root; end++, son += 2) {
      int count = counts[son] + counts[son + 1];
      int at = end;
      while (count < counts[at - 1]) {
        at--;
      }
      System.arraycopy(counts, at, counts, at + 1, end - at);
      System.arraycopy(sons, at, sons, at + 1, end - at);
      counts[at] = count;
      sons[at] = son;
    }
    for (int node = 0; node <= root; node++) {
      join(node, sons[node]);
    }
  }
}
