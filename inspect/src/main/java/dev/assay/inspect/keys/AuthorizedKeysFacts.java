package dev.assay.inspect.keys;

import java.util.List;

/**
 * The keys that let somebody log in to one account.
 *
 * @param user account they open; {@code *} where the file counts for all
 * @param forRoot whether that account is root
 * @param keys in the order of the file
 * @param mode octal permission bits
 * @param writable whether an account other than its owner and root can add keys
 * @param unreadable lines that are no key
 */
public record AuthorizedKeysFacts(
    String user, boolean forRoot, List<Key> keys, String mode, boolean writable, int unreadable) {

  /**
   * One line.
   *
   * @param type {@code ssh-rsa} …
   * @param algorithm {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519}, or the type where its
   *     key is not read
   * @param bits 0 where unknown
   * @param comment as written
   * @param options names of options, lower case: {@code command}, {@code from}, {@code restrict}
   * @param restricted whether it runs one command only, or nothing at all
   * @param source whether it is bound to addresses
   * @param authority whether it trusts all keys an authority signs
   * @param publicTestKey whether its private half is published
   * @param testKeyName whose key that is, or empty
   * @param sha256 digest of the public key
   */
  public record Key(
      String type,
      String algorithm,
      int bits,
      String comment,
      List<String> options,
      boolean restricted,
      boolean source,
      boolean authority,
      boolean publicTestKey,
      String testKeyName,
      String sha256) {}
}
