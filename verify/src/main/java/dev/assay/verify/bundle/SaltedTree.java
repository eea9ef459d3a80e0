package dev.assay.verify.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The tree over a bundle's lines in which no line can be recognised by its hash. */
public final class SaltedTree {
  /** Leaves of the smallest subtrees whose hash is worth remembering. */
  private static final int REMEMBERED = 64;

  private static final String HMAC = "HmacSHA256";

  private record Range(int from, int count) {}

  private final Leaves leaves;
  private final Mac salts;
  private final Sha256 sha256 = new Sha256();
  private final Map<Range, byte[]> subtrees = new HashMap<>();

  private SaltedTree(Leaves leaves, Mac salts) {
    this.leaves = leaves;
    this.salts = salts;
  }

  /**
   * The tree over a bundle.
   *
   * @param leaves all leaves of the bundle's own tree
   */
  public static SaltedTree of(Leaves leaves) {
    try {
      MessageDigest seed = MessageDigest.getInstance("SHA-256");
      seed.update("assay salt\0".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < leaves.count(); i++) {
        seed.update(leaves.get(i));
      }
      Mac salts = Mac.getInstance(HMAC);
      salts.init(new SecretKeySpec(seed.digest(), HMAC));
      return new SaltedTree(leaves, salts);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has " + HMAC, e);
    }
  }

  /** The root over all salted leaves. */
  public byte[] root() {
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < leaves.count(); i++) {
      tree.add(leaf(i));
    }
    return tree.root();
  }

  /** The salt of leaf {@code i}. */
  public byte[] salt(int i) {
    return salts.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(i).array());
  }

  /** The hashes that lead from leaf {@code i} to the root; see {@link InclusionProof}. */
  public List<byte[]> proof(int i) {
    List<byte[]> path = new ArrayList<>();
    int from = 0;
    int count = leaves.count();
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
      return leaf(from);
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

  private byte[] leaf(int i) {
    return sha256.salted(salt(i), leaves.get(i));
  }
}
