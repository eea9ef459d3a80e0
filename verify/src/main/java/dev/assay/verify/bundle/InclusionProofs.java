package dev.assay.verify.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes inclusion proofs for the leaves of one tree; what several of them need is hashed once. */
public final class InclusionProofs {
  /** Leaves of the smallest subtrees whose hash is worth remembering. */
  private static final int REMEMBERED = 64;

  private record Range(int from, int count) {}

  private final int leaves;
  private final IntFunction<byte[]> leaf;
  private final Sha256 sha256 = new Sha256();
  private final Map<Range, byte[]> subtrees = new HashMap<>();

  /**
   * @param leaves their number
   * @param leaf gives the hash of one
   */
  public InclusionProofs(int leaves, IntFunction<byte[]> leaf) {
    this.leaves = leaves;
    this.leaf = leaf;
  }

  /** The hashes that lead from leaf {@code i} to the root, as {@link InclusionProof} takes them. */
  public List<byte[]> of(int i) {
    List<byte[]> path = new ArrayList<>();
    int from = 0;
    int count = leaves;
    while (count > 1) {
      int left = Integer.highestOneBit(count - 1);
      if (i - from < left) {
        path.add(subtree(from + left, count - left));
        count = left;
      } else {
        path.add(subtree(from, left));
        from += left;
        count -= left;
      }
    }
    return List.copyOf(path.reversed());
  }

  private byte[] subtree(int from, int count) {
    if (count == 1) {
      return leaf.apply(from);
    }
    Range range = new Range(from, count);
    byte[] known = subtrees.get(range);
    if (known != null) {
      return known;
    }
    int left = Integer.highestOneBit(count - 1);
    byte[] hash = sha256.node(subtree(from, left), subtree(from + left, count - left));
    if (count >= REMEMBERED) {
      subtrees.put(range, hash);
    }
    return hash;
  }
}
