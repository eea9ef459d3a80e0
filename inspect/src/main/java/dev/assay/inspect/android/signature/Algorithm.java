package dev.assay.inspect.android.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** Signature algorithms of schemes v2 to v4, by their numbers. */
enum Algorithm {
  RSA_PSS_SHA256(0x0101, "RSASSA-PSS", "SHA-256", Contents.CHUNKS),
  RSA_PSS_SHA512(0x0102, "RSASSA-PSS", "SHA-512", Contents.CHUNKS),
  RSA_SHA256(0x0103, "SHA256withRSA", "SHA-256", Contents.CHUNKS),
  RSA_SHA512(0x0104, "SHA512withRSA", "SHA-512", Contents.CHUNKS),
  ECDSA_SHA256(0x0201, "SHA256withECDSA", "SHA-256", Contents.CHUNKS),
  ECDSA_SHA512(0x0202, "SHA512withECDSA", "SHA-512", Contents.CHUNKS),
  DSA_SHA256(0x0301, "SHA256withDSA", "SHA-256", Contents.CHUNKS),
  TREE_RSA_SHA256(0x0421, "SHA256withRSA", "SHA-256", Contents.TREE),
  TREE_ECDSA_SHA256(0x0423, "SHA256withECDSA", "SHA-256", Contents.TREE),
  TREE_DSA_SHA256(0x0425, "SHA256withDSA", "SHA-256", Contents.TREE);

  /** How the content is hashed. */
  enum Contents {
    CHUNKS,
    TREE
  }

  private final int id;
  private final String signatures;
  private final String hash;
  private final Contents contents;

  Algorithm(int id, String signatures, String hash, Contents contents) {
    this.id = id;
    this.signatures = signatures;
    this.hash = hash;
    this.contents = contents;
  }

  static Optional<Algorithm> of(int id) {
    return Arrays.stream(values()).filter(each -> each.id == id).findFirst();
  }

  String hash() {
    return hash;
  }

  Contents contents() {
    return contents;
  }

  /**
   * Whether a signature is that of a key.
   *
   * @throws GeneralSecurityException where key or signature are not of this algorithm
   */
  boolean verifies(PublicKey key, byte[] signed, byte[] signature) throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(signatures);
    if (signatures.equals("RSASSA-PSS")) {
      int salt = hash.equals("SHA-256") ? 32 : 64;
      MGF1ParameterSpec mask = new MGF1ParameterSpec(hash);
      verifier.setParameter(new PSSParameterSpec(hash, "MGF1", mask, salt, 1));
    }
    verifier.initVerify(key);
    verifier.update(signed);
    return verifier.verify(signature);
  }
}
