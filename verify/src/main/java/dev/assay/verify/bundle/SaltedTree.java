package dev.assay.verify.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The tree over a bundle's lines in which no line can be recognised by its hash. */
public final class SaltedTree {
  private static final String HMAC = "HmacSHA256";

  private final Leaves leaves;
  private final SecretKeySpec key;
  private final Mac salts;
  private final Sha256 sha256 = new Sha256();
  private final InclusionProofs proofs;

  private SaltedTree(Leaves leaves, SecretKeySpec key) {
    this.leaves = leaves;
    this.key = key;
    this.salts = salts(key);
    this.proofs = new InclusionProofs(leaves.count(), this::leaf);
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
      return new SaltedTree(leaves, new SecretKeySpec(seed.digest(), HMAC));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static Mac salts(SecretKeySpec key) {
    try {
      Mac salts = Mac.getInstance(HMAC);
      salts.init(key);
      return salts;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has " + HMAC, e);
    }
  }

  /** The root over all salted leaves. */
  public byte[] root() {
    // Neither hashes nor salts are made by several threads at once.
    return Subtrees.root(
        leaves.count(), (from, number) -> new SaltedTree(leaves, key).root(from, number));
  }

  private byte[] root(int from, int number) {
    MerkleTree tree = new MerkleTree();
    for (int i = from; i < from + number; i++) {
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
    return proofs.of(i);
  }

  private byte[] leaf(int i) {
    return sha256.salted(salt(i), leaves.get(i));
  }
}
