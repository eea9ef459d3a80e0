package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.inspect.android.signature.Sections.Section;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A digest as a JAR manifest names it.
 *
 * @param hash {@code SHA-256} …
 */
record JarDigest(String hash, byte[] value) {
  /** Names in manifests, and those of the hash functions; the strongest first. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("SHA-512", "SHA-512"),
          List.of("SHA-384", "SHA-384"),
          List.of("SHA-256", "SHA-256"),
          List.of("SHA1", "SHA-1"),
          List.of("SHA-1", "SHA-1"),
          List.of("SHA", "SHA-1"),
          List.of("MD5", "MD5"));

  /**
   * The strongest digest of a kind that a section has.
   *
   * @param kind what follows the name of the hash function: {@code -Digest-Manifest}
   */
  static Optional<JarDigest> of(Section section, String kind) {
    for (List<String> name : NAMES) {
      Optional<String> value = section.attribute(name.getFirst() + kind);
      if (value.isPresent()) {
        return Optional.of(new JarDigest(name.getLast(), decoded(value.get())));
      }
    }
    return Optional.empty();
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** Whether it is that of these bytes. */
  boolean fits(Bytes content) {
    return Arrays.equals(Sums.digest(hash, content), value);
  }
}
