package dev.assay.evidence.sign;

import dev.assay.verify.attest.Attestation;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.attest.Envelope;
import dev.assay.verify.attest.Seals;
import dev.assay.verify.attest.Statements;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Census;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.bundle.Violations;
import dev.assay.verify.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts signatures into bundles. */
public final class Attesting {
  private final Path bundle;
  private final SigningKey key;
  private final Violations violations = new Violations();
  private final Map<String, byte[]> drafts = new LinkedHashMap<>();

  private Attesting(Path bundle, SigningKey key) {
    this.bundle = bundle;
    this.key = key;
  }

  /**
   * Signs a bundle, unless something is wrong with it. Where others have signed before, it is their
   * very payload that is signed, after it was compared with the bundle. Who has signed already does
   * not sign again.
   *
   * @return why it was not signed, a line each; empty if the key's signature now stands in it
   * @throws Unreadable if it is no bundle or cannot be read
   * @throws IOException if the attestations cannot be written
   */
  public static List<String> sign(Path bundle, SigningKey key)
      throws Unreadable, IOException, BadKey {
    return new Attesting(bundle, key).sign();
  }

  private List<String> sign() throws Unreadable, IOException, BadKey {
    try {
      Census census = Census.of(bundle, violations);
      if (violations.isEmpty()) {
        draft(BundleFiles.ATTESTATION, Statements.evaluation(census, Seals.of(bundle)));
        draft(BundleFiles.TEST_RESULT, Statements.testResult(census));
      }
    } catch (Damaged e) {
      violations.add(String.valueOf(e.getMessage()));
    }
    if (violations.isEmpty()) {
      for (Map.Entry<String, byte[]> draft : drafts.entrySet()) {
        replace(bundle.resolve(draft.getKey()), draft.getValue());
      }
    }
    return violations.lines();
  }

  private void draft(String file, Json.Obj statement) throws Damaged, Unreadable, BadKey {
    Optional<Attestation> before = Attestation.read(bundle, file);
    before.ifPresent(each -> each.compare(statement, violations));
    Envelope envelope =
        before
            .map(Attestation::envelope)
            .orElseGet(() -> new Envelope(Envelope.IN_TOTO, statement.bytes(), List.of()));
    if (!hasSigned(envelope, file)) {
      byte[] signature = key.sign(envelope.signedBytes());
      drafts.put(file, envelope.with(new Envelope.Signed(key.open().id(), signature)).bytes());
    }
  }

  private boolean hasSigned(Envelope envelope, String file) {
    String id = key.open().id();
    boolean signed = false;
    for (Envelope.Signed each : envelope.signatures()) {
      if (each.keyId().equals(id)) {
        signed = true;
        if (!key.open().verifies(envelope.signedBytes(), each.signature())) {
          violations.add(file + " has a signature that names this key and was not made with it");
        }
      }
    }
    return signed;
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    // Always of one name, so that what a stopped run has left is written over.
    Path draft = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
