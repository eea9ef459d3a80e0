package dev.assay.catalogue.forge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes PEM (RFC 7468). */
final class PemText {
  private PemText() {}

  static String of(String label, byte[] body) {
    return of(label, "", body);
  }

  /**
   * @param headers lines of RFC 1421, each ended, or empty
   */
  static String of(String label, String headers, byte[] body) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(body);
    String head = headers.isEmpty() ? "" : headers + "\n";
    return "-----BEGIN " + label + "-----\n" + head + base64 + "\n-----END " + label + "-----\n";
  }
}
