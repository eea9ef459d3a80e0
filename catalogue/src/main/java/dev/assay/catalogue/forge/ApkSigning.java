package dev.assay.catalogue.forge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a forged package is signed.
 *
 * @param schemes {@code v1}, {@code v2}, {@code v3}, {@code v3.1}
 * @param before whose key the signer's came after (proof of rotation, v3)
 * @param hash of scheme v1 and of its signature: {@code SHA-256}, {@code SHA-1}
 * @param damage what is wrong: {@code none}, or a code of {@code
 *     dev.assay.inspect.android.signature.Flaw} that concerns a signature itself
 * @param damaged the only scheme of which that is so; all where it is empty
 */
record ApkSigning(
    List<String> schemes,
    ApkSigner signer,
    Optional<ApkSigner> before,
    String hash,
    String damage,
    String damaged) {

  static ApkSigning of(Parameters p) {
    Map<String, Object> before = p.map("rotatedFrom", Map.of());
    return new ApkSigning(
        p.has("schemes") ? p.texts("schemes") : List.of("v2", "v3"),
        ApkSigner.of(p.map("signer", Map.of("subject", "CN=Maker of the control", "key", 7))),
        before.isEmpty() ? Optional.empty() : Optional.of(ApkSigner.of(before)),
        p.text("hash", "SHA-256"),
        p.text("damage", "none"),
        p.text("damaged", ""));
  }

  /** How one scheme signs. */
  ApkSigning of(String scheme) {
    return damaged.isEmpty() || damaged.equals(scheme)
        ? this
        : new ApkSigning(schemes, signer, before, hash, "none", "");
  }

  boolean damaged(String what) {
    return damage.equals(what);
  }

  /** Somebody else. */
  static ApkSigner other() {
    return ApkSigner.of(Map.of("subject", "CN=Somebody else", "key", 8));
  }

  /** A signature, or that of somebody else where it is to be wrong. */
  byte[] sign(byte[] content) {
    return (damaged("signature") ? other() : signer).sign(content);
  }
}
