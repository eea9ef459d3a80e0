package dev.assay.inspect.certificates;

import dev.assay.inspect.keys.PublicKey;
import java.util.List;

/**
 * What one X.509 certificate says (RFC 5280).
 *
 * @param sha256 hex digest of its DER form
 * @param offset where it begins in the content it was found in
 * @param subject distinguished name, RFC 4514 order as BouncyCastle prints it
 * @param commonName last common name of the subject, else the subject
 * @param serial hex
 * @param serialBits bits in the serial number
 * @param version 1 to 3
 * @param key its public key
 * @param signatureAlgorithm {@code SHA256withRSA} …; the object identifier where it has no common
 *     name
 * @param signatureHash {@code MD5}, {@code SHA-1} …; empty where the algorithm has none of its own
 *     (Ed25519)
 * @param notBefore ISO 8601, UTC
 * @param notAfter ISO 8601, UTC
 * @param notBeforeYear year of {@code notBefore}
 * @param notAfterYear year of {@code notAfter}
 * @param validityDays whole days between them; negative where it ends before it begins
 * @param selfIssued whether subject and issuer are the same
 * @param basicConstraints whether the extension is there
 * @param ca whether it says it is a certificate authority
 * @param pathLength most authorities below; −1 unlimited
 * @param keyUsage {@code digitalSignature}, {@code keyCertSign} …; empty where the extension is
 *     absent
 * @param extendedKeyUsage {@code serverAuth} …; object identifier where unknown
 * @param names alternative names: host names, addresses, e-mail
 * @param wildcard whether a name or the common name begins with {@code *.}
 */
public record Certificate(
    String sha256,
    long offset,
    String subject,
    String commonName,
    String issuer,
    String serial,
    int serialBits,
    int version,
    PublicKey key,
    String signatureAlgorithm,
    String signatureHash,
    String notBefore,
    String notAfter,
    int notBeforeYear,
    int notAfterYear,
    int validityDays,
    boolean selfIssued,
    boolean basicConstraints,
    boolean ca,
    int pathLength,
    List<String> keyUsage,
    List<String> extendedKeyUsage,
    List<String> names,
    boolean wildcard) {}
