package dev.assay.verify.bundle;

import java.util.stream.IntStream;

/**
 * The root of a large tree, its parts on all processors. A tree is split at powers of two, so the
 * roots of equal parts of so many leaves are nodes of it, and the tree over them has its root.
 */
final class Subtrees {
  private static final int LEAVES = 1 << 12;

  private Subtrees() {}

  /** A part of a tree; called by several threads. */
  interface Part {
    /** The root over some leaves in a row. */
    byte[] root(int from, int number);
  }

  static byte[] root(int leaves, Part part) {
    MerkleTree tree = new MerkleTree();
    IntStream.range(0, (leaves + LEAVES - 1) / LEAVES)
        .parallel()
        .mapToObj(i -> part.root(i * LEAVES, Math.min(LEAVES, leaves - i * LEAVES)))
        .toList()
        .forEach(tree::add);
    return tree.root();
  }
}
