package dev.assay.cli;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.dissent.Dissenting;
import dev.assay.evidence.sign.Attesting;
import dev.assay.evidence.sign.KeyFiles;
import dev.assay.evidence.sign.SigningKey;
import dev.assay.verify.attest.Attestation;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.attest.Envelope;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Signs bundles with the key of a command line. */
final class Signer {
  private final SigningKey key;

  private Signer(SigningKey key) {
    this.key = key;
  }

  /** Reads the key before anything else is done. */
  static Signer with(Path key) {
    try {
      return new Signer(KeyFiles.read(key));
    } catch (BadKey e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  /** Why the bundle was not signed, a line each; empty if it was. */
  List<String> sign(Path bundle) {
    try {
      return Attesting.sign(bundle, key);
    } catch (Unreadable | BadKey e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    } catch (IOException e) {
      throw new UsageError("cannot write the attestation: " + e.getMessage());
    }
  }

  /** A signed disagreement with a bundle. */
  Envelope disagree(BundleContent bundle, BundleContent replayed, String role)
      throws BundleException {
    try {
      return Dissenting.signed(bundle, replayed, role, key);
    } catch (BadKey e) {
      throw new UsageError(Objects.requireNonNull(e.getMessage()));
    }
  }

  String keyId() {
    return key.open().id();
  }

  /**
   * Refuses to replace a bundle that others have signed: their signatures cannot be made again
   * here.
   *
   * @param signer whose own signature is made again
   */
  static void requireNoneLost(Path bundle, Optional<Signer> signer) {
    Set<String> own = signer.map(each -> Set.of(each.keyId())).orElse(Set.of());
    try {
      List<String> lost =
          Attestation.read(bundle, BundleFiles.ATTESTATION).stream()
              .flatMap(attestation -> attestation.envelope().signatures().stream())
              .map(Envelope.Signed::keyId)
              .filter(id -> !own.contains(id))
              .toList();
      if (!lost.isEmpty()) {
        throw new UsageError(
            bundle
                + " is signed with key "
                + String.join(", ", lost)
                + ", which a new evaluation would drop; choose another --out, or move the signed bundle away");
      }
    } catch (Damaged | Unreadable e) {
      throw new UsageError(
          bundle + " holds an attestation that cannot be read; choose another --out");
    }
  }
}
