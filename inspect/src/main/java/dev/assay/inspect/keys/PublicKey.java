package dev.assay.inspect.keys;

/**
 * A public key.
 *
 * @param algorithm {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519} …; the object identifier
 *     where it has no common name
 * @param bits length of the modulus, prime or field; 0 where unknown
 * @param curve name of the elliptic curve, empty for others
 * @param exponent RSA public exponent, decimal; empty for others and beyond 64 bits
 * @param sha256 hex digest of the SubjectPublicKeyInfo in DER, the key's identity
 */
public record PublicKey(String algorithm, int bits, String curve, String exponent, String sha256) {
  /** A key of which nothing is known. */
  public static final PublicKey UNKNOWN = new PublicKey("", 0, "", "", "");
}
