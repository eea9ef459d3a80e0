package dev.assay.verify;

import dev.assay.verify.attest.Attestation;
import dev.assay.verify.attest.TrustedKey;
import dev.assay.verify.bundle.Census;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What came of a check.
 *
 * @param census what was read; empty where reading could not go on
 * @param damage what is wrong with the bundle, a line each
 * @param doubts what is wrong with its signatures, a line each
 * @param attestation the statement about the evaluation; empty if the bundle is not signed
 * @param signed the trusted keys that signed it
 * @param missing demanded roles that have not signed
 */
public record Checked(
    Optional<Census> census,
    List<String> damage,
    List<String> doubts,
    Optional<Attestation> attestation,
    List<TrustedKey> signed,
    SortedSet<String> missing,
    Verifier.Terms terms) {
  /** Whether the bundle is whole and every signature that was checked holds. */
  public boolean isVerified() {
    return damage.isEmpty() && doubts.isEmpty();
  }

  /** Whether the bundle is verified and, where signatures are demanded, the launch approved. */
  public boolean isAccepted() {
    return isVerified()
        && (terms.demanded().isEmpty() || missing.isEmpty() && !decision().equals("REJECTED"));
  }

  /** What was found, for people, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(damage);
    lines.addAll(doubts);
    if (!damage.isEmpty()) {
      lines.add("NOT VERIFIED: the bundle was changed or is incomplete");
      return lines;
    }
    census.ifPresent(read -> lines.add("root " + read.root() + " covers every line of the bundle"));
    signed.forEach(
        key ->
            lines.add(
                "signed by " + key.role() + " with " + key.file() + ", key " + key.key().id()));
    if (terms.keys().isEmpty()) {
      attestation.ifPresent(
          each ->
              lines.add("signatures are not checked: name the folder of trusted keys with --keys"));
    }
    if (!doubts.isEmpty()) {
      lines.add("NOT VERIFIED: not every signature holds");
    }
    return lines;
  }

  /** Who has signed and who is missing; empty where no signatures are demanded. */
  public Optional<String> launch() {
    return terms.demanded().isEmpty() ? Optional.empty() : Optional.of(signatures());
  }

  private String signatures() {
    String by =
        signed.isEmpty()
            ? "signed by nobody"
            : "signed by "
                + signed.stream()
                    .map(TrustedKey::role)
                    .distinct()
                    .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      return "launch NOT APPROVED: " + by + "; missing: " + String.join(", ", missing);
    }
    return "launch "
        + (isVerified() ? decision() : "NOT APPROVED")
        + ": "
        + by
        + "; nobody is missing";
  }

  private String decision() {
    return census
        .flatMap(read -> read.summary().content().text("gate", "decision"))
        .orElse("REJECTED");
  }
}
