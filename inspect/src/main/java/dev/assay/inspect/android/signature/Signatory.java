package dev.assay.inspect.android.signature;

import dev.assay.formats.Malformed;
import dev.assay.inspect.keys.Der;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/**
 * Whose certificate it is, and its key.
 *
 * @param encodedKey SubjectPublicKeyInfo as the certificate has it
 */
record Signatory(Certificate certificate, byte[] encodedKey) {
  /** Larger keys would take seconds. */
  private static final int MAX_KEY = 1300;

  /** RSA keys of 16,384 bits have 2,086 bytes; Java uses large ones with small exponents only. */
  private static final int MAX_RSA = 2100;

  private static final int MAX_CERTIFICATE = 64 << 10;

  /** Empty where it cannot be read. */
  static Optional<Signatory> of(byte[] der) {
    if (der.length > MAX_CERTIFICATE || Der.length(der, 0) <= 0) {
      return Optional.empty();
    }
    try {
      Certificate certificate = Certificate.getInstance(der);
      return Optional.of(
          new Signatory(certificate, certificate.getSubjectPublicKeyInfo().getEncoded()));
    } catch (IOException | RuntimeException notACertificate) {
      return Optional.empty();
    }
  }

  /**
   * Its key.
   *
   * @throws GeneralSecurityException where there is none that could verify
   * @throws Malformed where it is too large to be used
   */
  PublicKey key() throws GeneralSecurityException {
    String algorithm = algorithm();
    if (encodedKey.length > (algorithm.equals("RSA") ? MAX_RSA : MAX_KEY)) {
      throw new Malformed("apk.key", -1, "a key of " + encodedKey.length + " bytes; not used");
    }
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encodedKey));
  }

  private String algorithm() {
    AlgorithmIdentifier id = SubjectPublicKeyInfo.getInstance(encodedKey).getAlgorithm();
    if (id.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return "RSA";
    }
    return id.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "DSA";
  }

  /** Whether the other issued this certificate. */
  boolean issuedBy(Signatory issuer) throws GeneralSecurityException {
    Signature verifier =
        Signature.getInstance(
            new DefaultSignatureNameFinder().getAlgorithmName(certificate.getSignatureAlgorithm()));
    verifier.initVerify(issuer.key());
    try {
      verifier.update(certificate.getTBSCertificate().getEncoded());
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    return verifier.verify(certificate.getSignature().getOctets());
  }
}
