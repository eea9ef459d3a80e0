package dev.assay.inspect.certificates;

import dev.assay.inspect.keys.KeyMaterial;
import dev.assay.inspect.keys.KnownKeys;
import dev.assay.inspect.secrets.Purpose;
import dev.assay.inspect.tree.Node;
import java.util.List;
import java.util.Locale;

/** What a certificate is there for, by where it lies and what it says. */
final class CertificateRole {
  /** From this many authorities on, a file is a collection of trust anchors. */
  private static final int BUNDLE = 10;

  private static final List<String> TRUST_DIRECTORIES =
      List.of(
          "etc/ssl/certs/",
          "usr/share/ca-certificates/",
          "usr/local/share/ca-certificates/",
          "etc/pki/ca-trust/",
          "usr/share/pki/ca-trust",
          "etc/pki/tls/certs/ca-bundle",
          "etc/ca-certificates/",
          "system/etc/security/cacerts/",
          "apex/com.android.conscrypt/cacerts/",
          "usr/share/grub/",
          "etc/ssl/cert.pem");

  private CertificateRole() {}

  static String of(Certificate certificate, List<Node> nodes, boolean hasKey) {
    if (!KnownKeys.nameOf(certificate.key().sha256()).isEmpty()
        && !nodes.stream().anyMatch(CertificateRole::isConfigured)) {
      return "test";
    }
    if (nodes.stream().allMatch(node -> Purpose.of(node.inRoot()) == Purpose.EXAMPLE)) {
      return "test";
    }
    if (certificate.ca() || certificate.version() == 1 && certificate.selfIssued() && !hasKey) {
      return nodes.stream().anyMatch(CertificateRole::isTrusted)
          ? "trust-anchor"
          : hasKey ? "identity" : "unknown";
    }
    return "identity";
  }

  private static boolean isConfigured(Node node) {
    return node.inRoot().startsWith("etc/");
  }

  private static boolean isTrusted(Node node) {
    String path = node.inRoot();
    return TRUST_DIRECTORIES.stream().anyMatch(path::startsWith)
        || node.name().toLowerCase(Locale.ROOT).contains("cacert")
        || node.name().toLowerCase(Locale.ROOT).contains("ca-bundle")
        || KeyMaterial.of(node)
            .filter(
                material ->
                    material.certificates().stream().filter(Certificate::ca).count() >= BUNDLE)
            .isPresent();
  }
}
