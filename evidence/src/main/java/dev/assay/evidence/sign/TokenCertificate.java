package dev.assay.evidence.sign;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate without which a token's key has no name in Java: signed by the key itself, for
 * ever, and trusted by nobody (RFC 5280, 4.1; version 1, as it has no extensions).
 */
final class TokenCertificate {
  private static final int SERIAL = 16;
  private static final Date START = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

  /** RFC 5280, 4.1.2.5: there is no end that is known. */
  private static final Date NEVER = Date.from(Instant.parse("9999-12-31T23:59:59Z"));

  private TokenCertificate() {}

  /** A certificate of a P-256 key. */
  static X509Certificate of(KeyPair pair, String name) throws GeneralSecurityException {
    X500Name called = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    BigInteger serial = serial(pair.getPublic().getEncoded());
    try {
      X509CertificateHolder certificate =
          new JcaX509v1CertificateBuilder(called, serial, START, NEVER, called, pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
      return new JcaX509CertificateConverter().getCertificate(certificate);
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e.getMessage(), e);
    }
  }

  /** The start of the key's digest, as a positive number. */
  private static BigInteger serial(byte[] key) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
    return new BigInteger(1, Arrays.copyOf(digest, SERIAL));
  }
}
