package dev.assay.inspect.keys;

/**
 * One private key of a root file system.
 *
 * @param format {@code PKCS#1}, {@code PKCS#8}, {@code SEC1}, {@code DSA}, {@code OpenSSH}, {@code
 *     PuTTY}, {@code dropbear}, or the type of the key store it lies in
 * @param algorithm {@code RSA} … ; empty where it is encrypted
 * @param bits 0 where unknown
 * @param curve name or empty
 * @param encrypted whether a passphrase is needed that is not publicly known
 * @param protection cipher and key derivation, or empty
 * @param weakProtection whether passphrases can be tried fast
 * @param mode octal permission bits of the most open place: {@code 0600}
 * @param worldReadable whether any account of the device can read it in some place
 * @param groupReadable whether a group other than root's can
 * @param writable whether an account other than its owner can replace it
 * @param owner uid of the first place
 * @param role {@code host-key}: of the SSH server; {@code tls-key}: has a certificate; {@code
 *     ca-key}: of an authority; {@code signing-key}: for boot, update or modules by its name;
 *     {@code user-key}: in a home directory; {@code test}: example or test; {@code unknown}
 * @param matchesCertificate whether a certificate in the root has its public key
 * @param certificate name of that certificate, or empty
 * @param embedded whether it lies inside a program or other file that is not a key file
 * @param inKeyStore whether it was found in a key store
 * @param publicTestKey whether this very key is published
 * @param testKeyName whose key that is, or empty
 * @param copies number of places
 */
public record PrivateKeyFacts(
    String format,
    String algorithm,
    int bits,
    String curve,
    boolean encrypted,
    String protection,
    boolean weakProtection,
    String mode,
    boolean worldReadable,
    boolean groupReadable,
    boolean writable,
    int owner,
    String role,
    boolean matchesCertificate,
    String certificate,
    boolean embedded,
    boolean inKeyStore,
    boolean publicTestKey,
    String testKeyName,
    int copies) {}
