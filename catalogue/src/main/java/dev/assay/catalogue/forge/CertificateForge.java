package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * X.509 certificates.
 *
 * <p>Parameters: {@code subject}, {@code issuer} (default: itself), {@code algorithm}, {@code
 * keyBits}, {@code curve}, {@code exponent}, {@code key} (number of the key), {@code signature},
 * {@code notBefore}, {@code notAfter}, {@code serial} (hex), {@code version} (1 or 3), {@code ca}
 * (true, false; absent: no constraint), {@code pathLength}, {@code keyUsage}, {@code
 * extendedKeyUsage}, {@code names}, {@code withKey} (its private key follows), {@code der}.
 */
public final class CertificateForge implements Forge {
  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    try {
      byte[] der = der(p);
      boolean binary = p.flag("der", false);
      boolean withKey = p.flag("withKey", false);
      AsymmetricCipherKeyPair pair = pair(p);
      p.done();
      if (binary) {
        return der;
      }
      String key =
          withKey
              ? PemText.of(
                  "PRIVATE KEY",
                  PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded())
              : "";
      return (PemText.of("CERTIFICATE", der) + key).getBytes(StandardCharsets.US_ASCII);
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalArgumentException("certificate: " + e.getMessage(), e);
    }
  }

  /** A certificate for a key store or a package. */
  static byte[] der(Map<String, Object> parameters) {
    try {
      return der(new Parameters("certificate", parameters));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalArgumentException("certificate: " + e.getMessage(), e);
    }
  }

  private static byte[] der(Parameters p) throws IOException, OperatorCreationException {
    AsymmetricCipherKeyPair pair = pair(p);
    X500Name subject = new X500Name(p.text("subject", "CN=device.test"));
    X500Name issuer = new X500Name(p.text("issuer", subject.toString()));
    boolean selfIssued = issuer.equals(subject);
    BigInteger serial = new BigInteger(p.text("serial", "5a17c0de5a17c0de5a17c0de"), 16);
    Date notBefore = Date.from(Instant.parse(p.text("notBefore", "2024-01-01") + "T00:00:00Z"));
    Date notAfter = Date.from(Instant.parse(p.text("notAfter", "2025-01-01") + "T00:00:00Z"));
    SubjectPublicKeyInfo key = publicKey(p, pair.getPublic());
    AsymmetricKeyParameter signer =
        selfIssued ? pair.getPrivate() : TestKeys.pair("RSA", 2048, "", 99).getPrivate();
    String algorithm = p.text("signature", CertificateSigner.defaultFor(signer));
    boolean first = p.number("version", 3) == 1;
    X509CertificateHolder holder;
    if (first) {
      holder =
          new X509v1CertificateBuilder(issuer, serial, notBefore, notAfter, subject, key)
              .build(CertificateSigner.of(algorithm, signer));
    } else {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(issuer, serial, notBefore, notAfter, subject, key);
      CertificateExtensions.add(builder, p);
      holder = builder.build(CertificateSigner.of(algorithm, signer));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(holder.getEncoded());
    return out.toByteArray();
  }

  /** The key of a certificate with these parameters. */
  static AsymmetricCipherKeyPair pair(Parameters p) {
    return TestKeys.pair(
        p.text("algorithm", "RSA"),
        p.number("keyBits", 2048),
        p.text("curve", "P-256"),
        p.number("key", 1));
  }

  /** The exponent may be any number: nothing is encrypted with it. */
  private static SubjectPublicKeyInfo publicKey(Parameters p, AsymmetricKeyParameter key)
      throws IOException {
    int exponent = p.number("exponent", 65_537);
    return key instanceof RSAKeyParameters rsa
        ? new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
            new RSAPublicKey(rsa.getModulus(), BigInteger.valueOf(exponent)))
        : SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
  }
}
