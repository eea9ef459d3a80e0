package dev.assay.cli;

import dev.assay.evidence.sign.Attesting;
import dev.assay.evidence.sign.KeyFiles;
import dev.assay.evidence.sign.SigningKey;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.bundle.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

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

  String keyId() {
    return key.open().id();
  }
}
