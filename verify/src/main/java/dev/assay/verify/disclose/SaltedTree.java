package dev.assay.verify.disclose;

import dev.assay.verify.bundle.Leaves;
import dev.assay.verify.bundle.MerkleTree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The tree over a bundle's lines in which no line can be recognised by its hash. */
public final class SaltedTree {
  private static final String HMAC = "HmacSHA256";

  private final Leaves leaves;
  private final Mac salts;
  private final MessageDigest sha256;

  private SaltedTree(Leaves leaves, Mac salts, MessageDigest sha256) {
    this.leaves = leaves;
    this.salts = salts;
    this.sha256 = sha256;
  }

  /**
   * The tree over a bundle.
   *
   * @param leaves all leaves of the bundle's own tree
   */
  public static SaltedTree of(Leaves leaves) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update("assay salt\0".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < leaves.count(); i++) {
        sha256.update(leaves.get(i));
      }
      Mac salts = Mac.getInstance(HMAC);
      salts.init(new SecretKeySpec(sha256.digest(), HMAC));
      return new SaltedTree(leaves, salts, sha256);
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

  private byte[] leaf(int i) {
    return leaf(sha256, salt(i), leaves.get(i));
  }

  /** A salted leaf. */
  static byte[] leaf(MessageDigest sha256, byte[] salt, byte[] leaf) {
    sha256.update((byte) 0);
    sha256.update(salt);
    return sha256.digest(leaf);
  }
}
