package dev.assay.inspect.packages;

/**
 * A signature of a package, as it says of itself, and what the product's keys say of it.
 *
 * @param covers what is signed: {@code header}, whose digests cover the payload in newer packages,
 *     or {@code header and payload}
 * @param key algorithm of the key: {@code RSA}; empty where it is none that is known
 * @param keyBits size of the key, as the size of the signature's numbers tells; at least, for DSA
 * @param hash algorithm of the hash: {@code SHA-256}; empty where it is none that is known
 * @param keyId 16 hexadecimal digits; empty where it does not say. Anybody may write one
 * @param created {@code 2026-11-01T12:00:00Z}; empty where it does not say
 * @param fits whether nothing shows that it is of something else: its hash begins as it says, and
 *     the key that it names, where the product has it, has made it
 * @param verified whether a key that the product checks packages with has made it
 */
public record RpmFileSignature(
    String covers,
    String key,
    int keyBits,
    String hash,
    String keyId,
    String created,
    boolean fits,
    boolean verified) {
  RpmFileSignature proven(boolean made) {
    return new RpmFileSignature(
        covers, key, keyBits, hash, keyId, created, fits && made, fits && made);
  }
}
