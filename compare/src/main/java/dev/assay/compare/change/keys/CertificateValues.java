package dev.assay.compare.change.keys;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.pem.Pem;
import dev.assay.formats.pem.PemBlock;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What X.509 certificates say, of one in DER or of all in PEM, by their place in the file. */
public final class CertificateValues implements Values {
  private static final int MAX = 4 << 20;
  private static final String LABEL = "CERTIFICATE";

  @Override
  public String what() {
    return "certificate";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return content.size() <= MAX && !encoded(content).isEmpty();
  }

  @Override
  public ValueSet of(Bytes content) {
    Map<String, String> values = new TreeMap<>();
    int number = 0;
    for (byte[] each : encoded(content)) {
      add(String.valueOf(++number), certificate(each), values);
    }
    return ValueSet.of(values);
  }

  private static List<byte[]> encoded(Bytes content) {
    if (content.has(0, (byte) 0x30, (byte) 0x82)) {
      return List.of(content.toArray(MAX));
    }
    return Pem.read(content).blocks().stream()
        .filter(block -> block.label().equals(LABEL))
        .map(PemBlock::body)
        .toList();
  }

  private static X509Certificate certificate(byte[] encoded) {
    try {
      if (CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded))
          instanceof X509Certificate certificate) {
        return certificate;
      }
    } catch (CertificateException e) {
      // Said below.
    }
    throw new Malformed("x509.damaged", -1, "is no X.509 certificate");
  }

  private static void add(String number, X509Certificate certificate, Map<String, String> values) {
    values.put(number + " subject", certificate.getSubjectX500Principal().getName());
    values.put(number + " issuer", certificate.getIssuerX500Principal().getName());
    values.put(number + " serial", certificate.getSerialNumber().toString(16));
    values.put(number + " not before", certificate.getNotBefore().toInstant().toString());
    values.put(number + " not after", certificate.getNotAfter().toInstant().toString());
    values.put(
        number + " key",
        certificate.getPublicKey().getAlgorithm()
            + ", "
            + Crc.of(Bytes.of(certificate.getPublicKey().getEncoded())));
    values.put(number + " signed with", certificate.getSigAlgName());
    values.put(number + " signature", Crc.of(Bytes.of(certificate.getSignature())));
    values.put(number + " extensions", extensions(certificate));
  }

  private static String extensions(X509Certificate certificate) {
    return certificate.getNonCriticalExtensionOIDs() == null
        ? ""
        : certificate.getNonCriticalExtensionOIDs().stream()
            .sorted()
            .map(oid -> oid + " " + Crc.of(Bytes.of(certificate.getExtensionValue(oid))))
            .collect(Collectors.joining(", "));
  }
}
