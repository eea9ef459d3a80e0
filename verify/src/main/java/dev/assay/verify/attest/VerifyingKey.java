package dev.assay.verify.attest;

import dev.assay.verify.bundle.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/** A public key that signatures can be checked with. */
public record VerifyingKey(PublicKey key, Algorithm algorithm) {
  /** Takes any public key of a known algorithm. */
  public static VerifyingKey of(PublicKey key) throws BadKey {
    return new VerifyingKey(
        key,
        Algorithm.of(key)
            .orElseThrow(
                () -> new BadKey("is no Ed25519 and no P-256 key, but " + key.getAlgorithm())));
  }

  /** Reads DER SubjectPublicKeyInfo. */
  public static VerifyingKey read(byte[] der) throws BadKey {
    for (Algorithm algorithm : Algorithm.values()) {
      try {
        return of(
            KeyFactory.getInstance(algorithm.keys()).generatePublic(new X509EncodedKeySpec(der)));
      } catch (GeneralSecurityException e) {
        // Not of this algorithm.
      }
    }
    throw new BadKey("is no Ed25519 and no P-256 public key");
  }

  /** Hex SHA-256 of the key as DER SubjectPublicKeyInfo. */
  public String id() {
    return Sha256.hex(key.getEncoded());
  }

  /** Whether a signature over a message was made with this key's other half. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm.signatures());
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has " + algorithm.signatures(), e);
    }
  }
}
