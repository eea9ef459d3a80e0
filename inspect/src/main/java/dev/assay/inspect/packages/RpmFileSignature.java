package dev.assay.inspect.packages;

/**
 * A signature of a package, as it says of itself. Only who has the key can tell whether it is.
 *
 * @param covers what is signed: {@code header}, whose digests cover the payload in newer packages,
 *     or {@code header and payload}
 * @param key algorithm of the key: {@code RSA}; empty where it is none that is known
 * @param hash algorithm of the hash: {@code SHA-256}; likewise
 * @param keyId 16 hexadecimal digits; empty where it does not say
 * @param created {@code 2026-11-01T12:00:00Z}; empty where it does not say
 * @param fits whether the hash begins as the signature says; where not, it is of something else
 */
public record RpmFileSignature(
    String covers, String key, String hash, String keyId, String created, boolean fits) {}
