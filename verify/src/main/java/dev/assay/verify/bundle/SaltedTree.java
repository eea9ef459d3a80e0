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
  private final Mac salts;
  private final Sha256 sha256 = new Sha256();
  private final InclusionProofs proofs;

  private SaltedTree(Leaves leaves, Mac salts) {
    this.leaves = leaves;
    this.salts = salts;
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
    return proofs.of(i);
  }

  private byte[] leaf(int i) {
    return sha256.salted(salt(i), leaves.get(i));
  }
}
