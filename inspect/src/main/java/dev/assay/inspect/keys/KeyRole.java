package dev.assay.inspect.keys;

import dev.assay.inspect.certificates.Certificate;
import dev.assay.inspect.secrets.Purpose;
import dev.assay.inspect.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a private key is there for, by where it lies and what certificate it belongs to. */
final class KeyRole {
  private static final Pattern HOST_KEY =
      Pattern.compile("(?:^|/)(?:ssh_host_\\w+_key|dropbear_\\w+_host_key)$");
  private static final Pattern SIGNING =
      Pattern.compile(
          "sign(?:ing|er)?[_-]?key|mok|secure[_-]?boot|(?:^|/)(?:db|kek|pk)\\.(?:key|priv)|usign|opkg|key-build|fit[_-]key|uboot.*key|rauc|swupdate|firmware.*key|update.*key");
  private static final Pattern USER =
      Pattern.compile("(?:^|/)(?:\\.ssh|\\.gnupg)/|(?:^|/)id_(?:rsa|dsa|ecdsa|ed25519)$");

  /** The name under which Android's build tools keep the key they make for each developer. */
  private static final String DEVELOPMENT = "androiddebugkey";

  /** Types of files that may hold a key and nothing else. */
  private static final Set<String> KEY_FILES =
      Set.of(
          "text/plain", "application/octet-stream", "application/x-empty", "application/pgp-keys");

  private KeyRole() {}

  static String of(
      List<Node> nodes, FoundKey key, Optional<Certificate> certificate, boolean embedded) {
    if (nodes.stream().allMatch(node -> Purpose.of(node.inRoot()) == Purpose.EXAMPLE)) {
      return "test";
    }
    // Libraries of cryptography carry keys to test themselves with; only a published one is known
    // to be that.
    if (embedded && !key.publishedBy().isEmpty()) {
      return "test";
    }
    if (nodes.stream().allMatch(KeyRole::isOfDevelopment)) {
      return "test";
    }
    for (Node node : nodes) {
      String path = node.inRoot().toLowerCase(Locale.ROOT);
      if (HOST_KEY.matcher(path).find()) {
        return "host-key";
      }
      if (SIGNING.matcher(path).find()) {
        return "signing-key";
      }
      if (USER.matcher(path).find()) {
        return "user-key";
      }
    }
    return certificate.map(c -> c.ca() && isAuthority(c) ? "ca-key" : "tls-key").orElse("unknown");
  }

  /** Alone in a store that opens with the password everybody knows; a case asks for that. */
  private static boolean isOfDevelopment(Node node) {
    return KeyMaterial.of(node).stream()
        .flatMap(material -> material.stores().stream())
        .anyMatch(store -> store.passwordKnown() && store.aliases().equals(List.of(DEVELOPMENT)));
  }

  /**
   * A self-signed server certificate that says CA, as OpenSSL writes by default, is used as a
   * server certificate.
   */
  private static boolean isAuthority(Certificate certificate) {
    return certificate.names().isEmpty()
        && !certificate.extendedKeyUsage().contains("serverAuth")
        && (certificate.keyUsage().isEmpty() || certificate.keyUsage().contains("keyCertSign"));
  }

  /** Inside a script, a program or anything else that has a format of its own. */
  static boolean isEmbedded(Node node) {
    return KeyMaterial.of(node).filter(m -> m.stores().isEmpty()).isPresent()
        && !KEY_FILES.contains(node.type());
  }
}
