package dev.assay.inspect.certificates;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.keys.Der;
import dev.assay.inspect.keys.PublicKeys;
import dev.assay.inspect.scan.Digests;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Reads X.509 certificates. */
public final class CertificateReader {
  private static final int MAX_SIZE = 256 << 10;

  private CertificateReader() {}

  /**
   * @param der DER form; what follows it is ignored
   * @param offset where it lies in its content, for the record and for problems
   * @throws Malformed {@code x509.malformed}
   */
  public static Certificate read(byte[] der, long offset) {
    int length = Der.length(der, 0);
    if (length <= 0 || length > MAX_SIZE) {
      throw new Malformed(
          "x509.malformed",
          offset,
          "expected one DER element of at most " + MAX_SIZE + " bytes; not read");
    }
    byte[] exact = length == der.length ? der : Arrays.copyOf(der, length);
    try {
      return read(org.bouncycastle.asn1.x509.Certificate.getInstance(exact), exact, offset);
    } catch (Malformed e) {
      throw e;
    } catch (RuntimeException e) {
      // The ASN.1 library answers malformed structures with whatever exception its position
      // suggests.
      throw new Malformed(
          "x509.malformed", offset, "expected a certificate (RFC 5280); " + e.getMessage());
    }
  }

  private static Certificate read(
      org.bouncycastle.asn1.x509.Certificate certificate, byte[] der, long offset) {
    TBSCertificate body = certificate.getTBSCertificate();
    Extensions extensions = body.getExtensions();
    Instant begin = CertificateTime.of(body.getStartDate());
    Instant end = CertificateTime.of(body.getEndDate());
    String subject = bounded(body.getSubject().toString());
    String issuer = bounded(body.getIssuer().toString());
    BigInteger serial = body.getSerialNumber().getValue();
    BasicConstraints constraints =
        extensions == null ? null : BasicConstraints.fromExtensions(extensions);
    List<String> names = names(extensions);
    String commonName = commonName(body.getSubject(), subject);
    String algorithm = SignatureNames.of(certificate.getSignatureAlgorithm());
    return new Certificate(
        Digests.sha256(Bytes.of(der)),
        offset,
        subject,
        commonName,
        issuer,
        serial.toString(16),
        serial.bitLength(),
        body.getVersionNumber(),
        PublicKeys.read(body.getSubjectPublicKeyInfo(), offset),
        algorithm,
        SignatureNames.hash(algorithm),
        begin.toString(),
        end.toString(),
        begin.atZone(ZoneOffset.UTC).getYear(),
        end.atZone(ZoneOffset.UTC).getYear(),
        (int) Math.floorDiv(Duration.between(begin, end).getSeconds(), 86_400L),
        body.getSubject().equals(body.getIssuer()),
        constraints != null,
        constraints != null && constraints.isCA(),
        pathLength(constraints),
        keyUsage(extensions),
        extendedKeyUsage(extensions),
        names,
        commonName.startsWith("*.") || names.stream().anyMatch(name -> name.startsWith("*.")));
  }

  private static int pathLength(@org.jspecify.annotations.Nullable BasicConstraints constraints) {
    if (constraints == null || constraints.getPathLenConstraint() == null) {
      return -1;
    }
    BigInteger length = constraints.getPathLenConstraint();
    return length.bitLength() < 31 ? length.intValue() : -1;
  }

  private static String commonName(X500Name name, String whole) {
    RDN[] found = name.getRDNs(BCStyle.CN);
    if (found.length == 0 || found[found.length - 1].getFirst() == null) {
      return whole;
    }
    return bounded(IETFUtils.valueToString(found[found.length - 1].getFirst().getValue()));
  }

  private static List<String> keyUsage(@org.jspecify.annotations.Nullable Extensions extensions) {
    KeyUsage usage = extensions == null ? null : KeyUsage.fromExtensions(extensions);
    if (usage == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    KEY_USAGES.forEach(
        use -> {
          if (usage.hasUsages(use.bit())) {
            words.add(use.word());
          }
        });
    return List.copyOf(words);
  }

  private static List<String> extendedKeyUsage(
      @org.jspecify.annotations.Nullable Extensions extensions) {
    ExtendedKeyUsage usage =
        extensions == null ? null : ExtendedKeyUsage.fromExtensions(extensions);
    if (usage == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (KeyPurposeId purpose : usage.getUsages()) {
      words.add(PURPOSES.getOrDefault(purpose.toOID(), purpose.getId()));
    }
    return List.copyOf(words);
  }

  private static List<String> names(@org.jspecify.annotations.Nullable Extensions extensions) {
    GeneralNames names =
        extensions == null
            ? null
            : GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
    if (names == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (GeneralName name : names.getNames()) {
      words.add(bounded(text(name)));
    }
    return List.copyOf(words);
  }

  private static String text(GeneralName name) {
    if (name.getTagNo() == GeneralName.iPAddress) {
      byte[] address =
          org.bouncycastle.asn1.ASN1OctetString.getInstance(name.getName()).getOctets();
      List<String> parts = new ArrayList<>();
      for (byte part : address) {
        parts.add(String.format(Locale.ROOT, address.length == 4 ? "%d" : "%02x", part & 0xFF));
      }
      return String.join(address.length == 4 ? "." : ":", parts);
    }
    return name.getName().toString();
  }

  private static String bounded(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private record Use(int bit, String word) {}

  private static final List<Use> KEY_USAGES =
      List.of(
          new Use(KeyUsage.digitalSignature, "digitalSignature"),
          new Use(KeyUsage.nonRepudiation, "nonRepudiation"),
          new Use(KeyUsage.keyEncipherment, "keyEncipherment"),
          new Use(KeyUsage.dataEncipherment, "dataEncipherment"),
          new Use(KeyUsage.keyAgreement, "keyAgreement"),
          new Use(KeyUsage.keyCertSign, "keyCertSign"),
          new Use(KeyUsage.cRLSign, "cRLSign"));

  private static final Map<ASN1ObjectIdentifier, String> PURPOSES =
      Map.of(
          KeyPurposeId.id_kp_serverAuth.toOID(), "serverAuth",
          KeyPurposeId.id_kp_clientAuth.toOID(), "clientAuth",
          KeyPurposeId.id_kp_codeSigning.toOID(), "codeSigning",
          KeyPurposeId.id_kp_emailProtection.toOID(), "emailProtection",
          KeyPurposeId.id_kp_timeStamping.toOID(), "timeStamping",
          KeyPurposeId.id_kp_OCSPSigning.toOID(), "OCSPSigning",
          KeyPurposeId.anyExtendedKeyUsage.toOID(), "any");
}
