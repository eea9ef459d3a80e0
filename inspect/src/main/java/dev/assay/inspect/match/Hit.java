package dev.assay.inspect.match;

/**
 * A signature that matched and was confirmed.
 *
 * @param signature its id in the signature table
 * @param offset byte offset of the match
 * @param excerpt what matched, masked where it is secret
 * @param sha256 hex digest of the secret bytes, so that equal secrets can be told without showing
 *     them; empty where a product was recognised
 * @param length of the secret in bytes
 * @param entropy of the secret, Shannon, in bits per character
 * @param amidText whether other text stands right before it, as where a sentence names a product
 */
public record Hit(
    String signature,
    long offset,
    String excerpt,
    String sha256,
    int length,
    double entropy,
    boolean amidText) {}
