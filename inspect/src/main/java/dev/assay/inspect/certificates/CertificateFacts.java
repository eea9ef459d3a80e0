package dev.assay.inspect.certificates;

import java.util.List;

/**
 * One certificate of a root file system.
 *
 * @param subject distinguished name
 * @param commonName last common name of the subject, else the subject
 * @param issuer distinguished name
 * @param serial hex
 * @param serialBits bits in the serial number
 * @param version 1 to 3
 * @param keyAlgorithm {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519} …
 * @param keyBits modulus, prime or field; 0 unknown
 * @param curve {@code P-256} … or empty; {@code explicit} where its parameters are written out
 * @param exponent RSA public exponent, decimal, or empty
 * @param signatureAlgorithm {@code SHA256withRSA} …
 * @param signatureHash {@code MD5}, {@code SHA1}, {@code SHA256} … or empty
 * @param notBefore ISO 8601, UTC
 * @param notAfter ISO 8601, UTC
 * @param notBeforeYear its year
 * @param notAfterYear its year
 * @param validityDays days between; negative where it ends before it begins
 * @param expiresBeforeNotBefore whether it is never valid
 * @param selfSigned whether it names itself as issuer
 * @param ca whether it is a certificate authority
 * @param basicConstraints whether it says whether it is one
 * @param pathLength most authorities below; −1 unlimited or none
 * @param keyUsage words of RFC 5280 4.2.1.3; empty where absent
 * @param extendedKeyUsage {@code serverAuth} …; empty where absent
 * @param names alternative names
 * @param wildcard whether it stands for all hosts of a domain
 * @param role {@code trust-anchor}: the system believes it; {@code identity}: the device, or
 *     somebody it serves, shows it; {@code test}: example or test; {@code unknown}
 * @param privateKeyPresent whether its private key lies in the same root
 * @param publicTestKey whether its private key is published
 * @param testKeyName whose key that is; else empty
 * @param defaultSubject whether the subject is what a tool fills in when nobody cares
 * @param distrusted why makers of browsers and systems removed it or its issuer; empty where they
 *     did not
 * @param sharedKey number of other certificates in the root with the same key and another subject
 * @param inKeyStore whether it was found in a key store
 * @param copies number of places
 */
public record CertificateFacts(
    String subject,
    String commonName,
    String issuer,
    String serial,
    int serialBits,
    int version,
    String keyAlgorithm,
    int keyBits,
    String curve,
    String exponent,
    String signatureAlgorithm,
    String signatureHash,
    String notBefore,
    String notAfter,
    int notBeforeYear,
    int notAfterYear,
    int validityDays,
    boolean expiresBeforeNotBefore,
    boolean selfSigned,
    boolean ca,
    boolean basicConstraints,
    int pathLength,
    List<String> keyUsage,
    List<String> extendedKeyUsage,
    List<String> names,
    boolean wildcard,
    String role,
    boolean privateKeyPresent,
    boolean publicTestKey,
    String testKeyName,
    boolean defaultSubject,
    String distrusted,
    int sharedKey,
    boolean inKeyStore,
    int copies) {}
