package dev.assay.verify.bundle;

import java.util.List;
import java.util.Optional;

/**
 * Leads from one leaf to the root of a Merkle tree (RFC 6962 §2.1.1, checked as in RFC 9162
 * §2.1.3.2).
 */
public final class InclusionProof {
  private InclusionProof() {}

  /**
   * The root that a proof leads to.
   *
   * @param index of the leaf, from 0
   * @param leaves number of leaves in the tree
   * @param leaf its hash
   * @param path hashes of the other subtrees, from the leaf upwards
   * @return empty if the path is too short or too long for the place
   */
  public static Optional<byte[]> root(long index, long leaves, byte[] leaf, List<byte[]> path) {
    if (index < 0 || index >= leaves) {
      return Optional.empty();
    }
    Sha256 sha256 = new Sha256();
    byte[] hash = leaf;
    long at = index;
    long last = leaves - 1;
    for (byte[] other : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((at & 1) == 1 || at == last) {
        hash = sha256.node(other, hash);
        // A subtree at the right edge has no sibling until a level where it is a right child.
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = sha256.node(hash, other);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(hash) : Optional.empty();
  }
}
