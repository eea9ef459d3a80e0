package dev.assay.inspect.keys;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PuTTY's private key file (PuTTY manual, appendix C): lines {@code Name: value}, base64 after
 * {@code Public-Lines} and others.
 */
final class PuttyKeys {
  private static final String MAGIC = "PuTTY-User-Key-File-";
  private static final int MAX_SIZE = 64 << 10;
  private static final int MAX_LINES = 1000;

  private PuttyKeys() {}

  static boolean looksLikeOne(Bytes content) {
    return content.size() <= MAX_SIZE && content.has(0, MAGIC);
  }

  static FoundKey read(Bytes content) {
    byte[] raw = content.toArray(MAX_SIZE);
    List<String> lines = new String(raw, StandardCharsets.ISO_8859_1).lines().toList();
    Map<String, String> values = new HashMap<>();
    PublicKey key = PublicKey.UNKNOWN;
    for (int i = 0; i < lines.size(); i++) {
      int colon = lines.get(i).indexOf(": ");
      if (colon < 0) {
        continue;
      }
      String name = lines.get(i).substring(0, colon);
      String value = lines.get(i).substring(colon + 2).strip();
      values.put(name, value);
      if (name.equals("Public-Lines")) {
        key = SshKeys.publicKey(base64(lines, i + 1, value), 0);
      }
    }
    boolean sealed = !values.getOrDefault("Encryption", "none").equals("none");
    // Versions 1 and 2 derive the key by SHA-1 once; version 3 by Argon2.
    boolean fast = sealed && !lines.getFirst().startsWith(MAGIC + "3");
    String protection =
        sealed
            ? values.get("Encryption")
                + ", "
                + (fast ? "SHA-1 once" : values.getOrDefault("Key-Derivation", ""))
            : "";
    return PrivateKeys.found("PuTTY", 0, raw, protection, fast, key);
  }

  private static byte[] base64(List<String> lines, int from, String count) {
    try {
      int wanted = Math.clamp(Long.parseLong(count), 0, MAX_LINES);
      int end = Math.min(lines.size(), from + wanted);
      return Base64.getDecoder().decode(String.join("", lines.subList(from, end)));
    } catch (IllegalArgumentException e) {
      throw new Malformed(
          "key.malformed", 0, "expected base64 lines in a PuTTY key; " + e.getMessage());
    }
  }
}
