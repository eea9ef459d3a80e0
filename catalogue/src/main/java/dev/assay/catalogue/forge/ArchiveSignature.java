package dev.assay.catalogue.forge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * @param how all the package is signed with, which v1 names against its removal
   */
  static Map<String, byte[]> of(Map<String, byte[]> members, ApkSigning how) {
    String hash = how.hash();
    StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\r\n\r\n");
    StringBuilder entries = new StringBuilder();
    members.forEach(
        (name, content) -> {
          String section = section(hash, name, content);
          byte[] digested = section.getBytes(StandardCharsets.UTF_8);
          manifest.append(how.damaged("manifest") ? section(hash, name, digested) : section);
          entries.append(section(hash, name, digested));
        });
    byte[] whole = manifest.toString().getBytes(StandardCharsets.UTF_8);
    String others =
        Stream.concat(
                how.schemes().stream(), how.damaged("stripped") ? Stream.of("v2") : Stream.of())
            .filter(scheme -> !scheme.equals("v1"))
            .map(scheme -> scheme.substring(1, 2))
            .distinct()
            .collect(Collectors.joining(", "));
    String head =
        "Signature-Version: 1.0\r\n"
            + jarName(hash)
            + "-Digest-Manifest: "
            + digest(hash, how.damaged("manifest") ? new byte[0] : whole)
            + "\r\n"
            + (others.isEmpty() ? "" : "X-Android-APK-Signed: " + others + "\r\n")
            + "\r\n";
    byte[] signed = (head + entries).getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> added = new LinkedHashMap<>();
    added.put("META-INF/MANIFEST.MF", whole);
    added.put("META-INF/CERT.SF", signed);
    added.put("META-INF/CERT.RSA", signedData(how.signer(), how.sign(signed)));
    return added;
  }

  private static String section(String hash, String name, byte[] content) {
    String digest = jarName(hash) + "-Digest: " + digest(hash, content);
    return "Name: " + name + "\r\n" + digest + "\r\n\r\n";
  }

  private static String jarName(String hash) {
    return hash.equals("SHA-1") ? "SHA1" : hash;
  }

  private static String digest(String hash, byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance(hash).digest(content));
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
