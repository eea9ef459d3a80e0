package dev.assay.inspect.keys;

/**
 * One private key in a content.
 *
 * @param format {@code PKCS#1}, {@code PKCS#8}, {@code SEC1}, {@code DSA}, {@code OpenSSH}, {@code
 *     PuTTY}, {@code dropbear}, or the type of the key store it lies in
 * @param offset where it begins
 * @param sha256 hex digest of its bytes as stored
 * @param length of those bytes
 * @param encrypted whether a passphrase is needed
 * @param protection how it is encrypted: cipher and key derivation as the file names them; empty
 *     where it is not
 * @param weakProtection whether its passphrase can be guessed fast: one round of MD5 (PEM), or
 *     SHA-1 (PuTTY 2)
 * @param key its public half; {@link PublicKey#UNKNOWN} in part or whole where it is encrypted
 */
public record FoundKey(
    String format,
    long offset,
    String sha256,
    int length,
    boolean encrypted,
    String protection,
    boolean weakProtection,
    PublicKey key) {

  /** Whose published key it is, or empty where it is not known to be one. */
  public String publishedBy() {
    String byKey = KnownKeys.nameOf(key.sha256());
    return byKey.isEmpty() ? KnownKeys.nameOf(sha256) : byKey;
  }

  /**
   * What tells it from other keys: its public half, or its stored bytes where that is not known.
   */
  String identity() {
    return key.sha256().isEmpty() ? sha256 : key.sha256();
  }
}
