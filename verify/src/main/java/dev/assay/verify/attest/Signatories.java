package dev.assay.verify.attest;

import dev.assay.verify.bundle.Violations;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out who signed an envelope. */
final class Signatories {
  private final Envelope envelope;
  private final String file;
  private final TrustedKeys trusted;
  private final LocalDate day;
  private final Violations violations;

  private Signatories(
      Envelope envelope, String file, TrustedKeys trusted, LocalDate day, Violations violations) {
    this.envelope = envelope;
    this.file = file;
    this.trusted = trusted;
    this.day = day;
    this.violations = violations;
  }

  /**
   * The trusted keys that signed, each once, in the order of the signatures. Every signature that
   * is not by one of them is a violation.
   *
   * @param day on which keys must not have expired
   */
  static List<TrustedKey> of(
      Envelope envelope, String file, TrustedKeys trusted, LocalDate day, Violations violations) {
    return new Signatories(envelope, file, trusted, day, violations).find();
  }

  private List<TrustedKey> find() {
    byte[] message = envelope.signedBytes();
    Set<TrustedKey> signers = new LinkedHashSet<>();
    int number = 0;
    for (Envelope.Signed signed : envelope.signatures()) {
      String where = file + ": signature " + ++number;
      Optional<TrustedKey> signer = signer(message, signed);
      if (signer.isEmpty()) {
        violations.add(where + refused(signed.keyId()));
      } else if (!signed.keyId().equals(signer.get().key().id())) {
        violations.add(
            where + " was made with " + signer.get().file() + ", but its keyid is of another key");
      } else if (signer.get().isExpired(day)) {
        violations.add(
            where
                + " was made with "
                + signer.get().file()
                + ", which has expired on "
                + signer.get().expires().get());
      } else if (!signers.add(signer.get())) {
        violations.add(where + " is a second one with " + signer.get().file());
      }
    }
    return List.copyOf(signers);
  }

  /** The keyid only says which key to try first. */
  private Optional<TrustedKey> signer(byte[] message, Envelope.Signed signed) {
    Optional<TrustedKey> named =
        trusted.byId(signed.keyId()).filter(key -> key.key().verifies(message, signed.signature()));
    return named.isPresent()
        ? named
        : trusted.keys().stream()
            .filter(key -> key.key().verifies(message, signed.signature()))
            .findFirst();
  }

  private String refused(String keyId) {
    return trusted
        .byId(keyId)
        .map(key -> " is wrong: it names " + key.file() + ", with which it was not made")
        .orElse(" is by an unknown signer: keyid " + keyId + " is of no trusted key");
  }
}
