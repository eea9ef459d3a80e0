package dev.assay.catalogue.forge;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Extensions of forged certificates (RFC 5280 4.2). */
final class CertificateExtensions {
  private static final Map<String, Integer> USAGES =
      Map.of(
          "digitalSignature", KeyUsage.digitalSignature,
          "keyEncipherment", KeyUsage.keyEncipherment,
          "keyAgreement", KeyUsage.keyAgreement,
          "keyCertSign", KeyUsage.keyCertSign,
          "cRLSign", KeyUsage.cRLSign);

  private static final Map<String, KeyPurposeId> PURPOSES =
      Map.of(
          "serverAuth", KeyPurposeId.id_kp_serverAuth,
          "clientAuth", KeyPurposeId.id_kp_clientAuth,
          "codeSigning", KeyPurposeId.id_kp_codeSigning,
          "any", KeyPurposeId.anyExtendedKeyUsage);

  private CertificateExtensions() {}

  static void add(X509v3CertificateBuilder builder, Parameters p) throws IOException {
    int pathLength = p.number("pathLength", -1);
    boolean ca = p.flag("ca", false);
    if (p.has("ca")) {
      builder.addExtension(
          Extension.basicConstraints,
          true,
          ca && pathLength >= 0 ? new BasicConstraints(pathLength) : new BasicConstraints(ca));
    }
    List<String> usage = p.texts("keyUsage");
    if (!usage.isEmpty()) {
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(usage.stream().mapToInt(u -> known(USAGES, u)).sum()));
    }
    List<String> purposes = p.texts("extendedKeyUsage");
    if (!purposes.isEmpty()) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              purposes.stream().map(u -> known(PURPOSES, u)).toArray(KeyPurposeId[]::new)));
    }
    List<String> names = p.texts("names");
    if (!names.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              names.stream()
                  .map(n -> new GeneralName(GeneralName.dNSName, n))
                  .toArray(GeneralName[]::new)));
    }
  }

  private static <T> T known(Map<String, T> table, String word) {
    T value = table.get(word);
    if (value == null) {
      throw new IllegalArgumentException(
          "certificate: `" + word + "` is none of " + table.keySet());
    }
    return value;
  }
}
