package dev.assay.formats.publishedkey;

import java.nio.charset.StandardCharsets;

/**
 * A model of D-Link's that Alpha Networks made, with what its images are encrypted under. Key and
 * vector stand in its programs; its signature is mixed into both.
 *
 * @param key 32 characters
 * @param vector 16 characters
 */
record AlphaModel(String signature, String key, String vector) {
  /** Where the counter that is mixed in begins anew. */
  private static final int ROUND = 0xFC;

  AesCbc cipher() {
    return new AesCbc(mixed(key), mixed(vector));
  }

  private byte[] mixed(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
    byte[] mark = signature.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) ((i + 1) % ROUND ^ mark[i % mark.length]);
    }
    return bytes;
  }
}
