package dev.assay.evidence.sign;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * The certificate without which a token's key has no name in Java: signed by the key itself, for
 * ever, and trusted by nobody (RFC 5280, 4.1; version 1, as it has no extensions).
 *
 * <pre>
 * Certificate    SEQUENCE { what is signed, algorithm, BIT STRING signature }
 * what is signed SEQUENCE { serial number, algorithm, issuer, validity, subject, public key }
 * </pre>
 */
final class TokenCertificate {
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8 = 0x0C;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int UTC_TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int SERIAL = 16;

  /** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
  private static final byte[] ALGORITHM =
      der(SEQUENCE, new byte[] {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2});

  /** commonName, 2.5.4.3. */
  private static final byte[] COMMON_NAME = {6, 3, 0x55, 4, 3};

  private TokenCertificate() {}

  /** A certificate of a P-256 key. */
  static X509Certificate of(KeyPair pair, String name) throws GeneralSecurityException {
    byte[] key = pair.getPublic().getEncoded();
    byte[] common = der(SEQUENCE, COMMON_NAME, der(UTF8, name.getBytes(StandardCharsets.UTF_8)));
    byte[] called = der(SEQUENCE, der(SET, common));
    byte[] validity =
        der(
            SEQUENCE,
            der(UTC_TIME, "000101000000Z".getBytes(StandardCharsets.US_ASCII)),
            // RFC 5280, 4.1.2.5: it has no end that is known.
            der(GENERALIZED_TIME, "99991231235959Z".getBytes(StandardCharsets.US_ASCII)));
    byte[] signed = der(SEQUENCE, serial(key), ALGORITHM, called, validity, called, key);
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(pair.getPrivate());
    signer.update(signed);
    byte[] certificate =
        der(SEQUENCE, signed, ALGORITHM, der(BIT_STRING, new byte[1], signer.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }

  /** The start of the key's digest, made positive. */
  private static byte[] serial(byte[] key) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
    digest[0] = (byte) (digest[0] & 0x3F | 0x40);
    return der(INTEGER, Arrays.copyOf(digest, SERIAL));
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length >= 0x100) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length >= 0x80) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
