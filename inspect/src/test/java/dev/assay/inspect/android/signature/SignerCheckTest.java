package dev.assay.inspect.android.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignerCheckTest {
  private static final String DATA = CMSObjectIdentifiers.data.getId();
  private static final byte[] CONTENT =
      "Signature-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "RSA, 2048, SHA-1, SHA1withRSA",
    "RSA, 2048, SHA-256, SHA256withRSA",
    "EC, 256, SHA-224, SHA224withECDSA",
    "EC, 521, SHA-256, SHA256withECDSA",
    "DSA, 1024, SHA-1, SHA1withDSA",
    "DSA, 1024, SHA-224, SHA224withDSA",
    "DSA, 2048, SHA-224, SHA224withDSA",
    "DSA, 2048, SHA-256, SHA256withDSA",
  })
  void acceptsWhatTheKeySigned(String kind, int size, String hash, String algorithm)
      throws Exception {
    KeyPair keys = keys(kind, size);
    ASN1ObjectIdentifier digest =
        switch (hash) {
          case "SHA-1" -> OIWObjectIdentifiers.idSHA1;
          case "SHA-224" -> NISTObjectIdentifiers.id_sha224;
          default -> NISTObjectIdentifiers.id_sha256;
        };
    SignerInfo bare = info(digest, null, signed(keys, algorithm, CONTENT));
    assertThat(SignerCheck.verifies(bare, DATA, CONTENT, keys.getPublic())).isTrue();
    assertThat(SignerCheck.verifies(bare, DATA, new byte[3], keys.getPublic())).isFalse();
    ASN1Set attributes = attributes(type(), digest(MessageDigest.getInstance(hash)));
    SignerInfo told =
        info(digest, attributes, signed(keys, algorithm, attributes.getEncoded("DL")));
    assertThat(SignerCheck.verifies(told, DATA, CONTENT, keys.getPublic())).isTrue();
    assertThat(SignerCheck.verifies(told, DATA, new byte[3], keys.getPublic())).isFalse();
  }

  @Test
  void hashesAttributesInTheOrderInWhichTheyStand() throws Exception {
    Attribute type = type();
    Attribute digest = digest(MessageDigest.getInstance("SHA-256"));
    assertThat(verifies(type, digest)).isTrue();
    assertThat(verifies(digest, type)).isTrue();
  }

  @Test
  void attributesMustNameContentAndItsTypeOnce() throws Exception {
    Attribute digest = digest(MessageDigest.getInstance("SHA-256"));
    Attribute other =
        new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.signedData));
    assertThat(verifies(digest)).isFalse();
    assertThat(verifies(type())).isFalse();
    assertThat(verifies(other, digest)).isFalse();
    assertThat(verifies(type(), digest, digest)).isFalse();
  }

  private static boolean verifies(ASN1Encodable... attributes)
      throws GeneralSecurityException, IOException {
    KeyPair keys = keys("EC", 256);
    ASN1Set set = attributes(attributes);
    byte[] signature = signed(keys, "SHA256withECDSA", set.getEncoded(ASN1Encoding.DL));
    return SignerCheck.verifies(
        info(NISTObjectIdentifiers.id_sha256, set, signature), DATA, CONTENT, keys.getPublic());
  }

  private static ASN1Set attributes(ASN1Encodable... each) {
    return new DLSet(each);
  }

  private static Attribute type() {
    return new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data));
  }

  private static Attribute digest(MessageDigest hash) {
    return new Attribute(
        CMSAttributes.messageDigest, new DERSet(new DEROctetString(hash.digest(CONTENT))));
  }

  /** RFC 5652 section 5.3, its attributes as they stand: those of the library are sorted. */
  private static SignerInfo info(
      ASN1ObjectIdentifier digest, @Nullable ASN1Set attributes, byte[] signature)
      throws IOException {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(3));
    parts.add(new DLTaggedObject(false, 0, new DEROctetString(new byte[] {1})));
    parts.add(new AlgorithmIdentifier(digest));
    if (attributes != null) {
      parts.add(new DLTaggedObject(false, 0, attributes));
    }
    parts.add(new AlgorithmIdentifier(digest));
    parts.add(new DEROctetString(signature));
    return SignerInfo.getInstance(new DLSequence(parts).getEncoded(ASN1Encoding.DL));
  }

  private static KeyPair keys(String kind, int size) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  private static byte[] signed(KeyPair keys, String algorithm, byte[] content)
      throws GeneralSecurityException {
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(keys.getPrivate());
    signer.update(content);
    return signer.sign();
  }
}
