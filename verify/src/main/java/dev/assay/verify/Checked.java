package dev.assay.verify;

import dev.assay.verify.attest.TrustedKey;
import dev.assay.verify.bundle.Census;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of a check.
 *
 * @param census what was read of a bundle; empty of a disclosure, or where reading could not go on
 * @param decision the gate's
 * @param found what was checked, a line each
 * @param damage what is wrong with the evidence, a line each
 * @param doubts what is wrong with its signatures, a line each
 * @param signed the trusted keys that signed it
 */
public record Checked(
    Optional<Census> census,
    String decision,
    List<String> found,
    List<String> damage,
    List<String> doubts,
    List<TrustedKey> signed,
    Verifier.Terms terms) {
  private static final Set<String> LAUNCHES = Set.of("APPROVED", "CONDITIONAL");

  /** Whether the evidence is whole and every signature that was checked holds. */
  public boolean isVerified() {
    return damage.isEmpty() && doubts.isEmpty();
  }

  /** Whether it is verified and, where signatures are demanded, the launch approved. */
  public boolean isAccepted() {
    return isVerified()
        && (terms.demanded().isEmpty() || missing().isEmpty() && LAUNCHES.contains(decision));
  }

  /** Demanded roles that have not signed. */
  public SortedSet<String> missing() {
    SortedSet<String> missing = new TreeSet<>(terms.demanded());
    signed.forEach(key -> missing.remove(key.role()));
    return missing;
  }

  /** What came of it, for people, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(damage);
    lines.addAll(doubts);
    if (!damage.isEmpty()) {
      lines.add("NOT VERIFIED: the bundle was changed or is incomplete");
      return lines;
    }
    lines.addAll(found);
    signed.forEach(
        key ->
            lines.add(
                "signed by " + key.role() + " with " + key.file() + ", key " + key.key().id()));
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
    if (!missing().isEmpty()) {
      return "launch NOT APPROVED: " + by + "; missing: " + String.join(", ", missing());
    }
    return "launch "
        + (isVerified() ? decision : "NOT APPROVED")
        + ": "
        + by
        + "; nobody is missing";
  }
}
