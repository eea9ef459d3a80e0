package dev.assay.catalogue.forge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/** Scheme v1: the members a signed JAR has, with a digest of every other member. */
final class ArchiveSignature {
  private ArchiveSignature() {}

  /**
   * @param schemes all the package is signed with, which v1 names against their removal
   */
  static Map<String, byte[]> of(
      Map<String, byte[]> members, ApkSigner signer, List<String> schemes) {
    StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\r\n\r\n");
    StringBuilder entries = new StringBuilder();
    members.forEach(
        (name, content) -> {
          String section = section(name, content);
          manifest.append(section);
          entries.append(section(name, section.getBytes(StandardCharsets.UTF_8)));
        });
    byte[] whole = manifest.toString().getBytes(StandardCharsets.UTF_8);
    String others =
        schemes.stream()
            .filter(scheme -> !scheme.equals("v1"))
            .map(scheme -> scheme.substring(1, 2))
            .distinct()
            .collect(Collectors.joining(", "));
    String head =
        "Signature-Version: 1.0\r\nSHA-256-Digest-Manifest: "
            + digest(whole)
            + "\r\n"
            + (others.isEmpty() ? "" : "X-Android-APK-Signed: " + others + "\r\n")
            + "\r\n";
    byte[] signed = (head + entries).getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> added = new LinkedHashMap<>();
    added.put("META-INF/MANIFEST.MF", whole);
    added.put("META-INF/CERT.SF", signed);
    added.put("META-INF/CERT.RSA", signedData(signer, signer.sign(signed)));
    return added;
  }

  private static String section(String name, byte[] content) {
    return "Name: " + name + "\r\nSHA-256-Digest: " + digest(content) + "\r\n\r\n";
  }

  private static String digest(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] signedData(ApkSigner signer, byte[] signature) {
    try {
      Certificate certificate = Certificate.getInstance(signer.certificate());
      AlgorithmIdentifier sha256 =
          new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
      ASN1EncodableVector info = new ASN1EncodableVector();
      info.add(new ASN1Integer(1));
      info.add(
          new SignerIdentifier(
              new IssuerAndSerialNumber(
                  certificate.getIssuer(), certificate.getSerialNumber().getValue())));
      info.add(sha256);
      info.add(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
      info.add(new DEROctetString(signature));
      SignedData data =
          new SignedData(
              new DERSet(sha256),
              new ContentInfo(CMSObjectIdentifiers.data, null),
              new DERSet(ASN1Primitive.fromByteArray(signer.certificate())),
              null,
              new DERSet(SignerInfo.getInstance(new DERSequence(info))));
      return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded();
    } catch (IOException e) {
      throw TestKeys.impossible(e);
    }
  }
}
