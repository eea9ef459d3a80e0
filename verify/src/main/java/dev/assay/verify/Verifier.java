package dev.assay.verify;

import dev.assay.verify.attest.Attestation;
import dev.assay.verify.attest.Seals;
import dev.assay.verify.attest.Statements;
import dev.assay.verify.attest.TrustedKey;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Census;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.bundle.Violations;
import dev.assay.verify.json.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Checks bundles. */
public final class Verifier {
  private final Path bundle;
  private final Terms terms;
  private final Violations damage = new Violations();
  private final Violations doubts = new Violations();

  private Verifier(Path bundle, Terms terms) {
    this.bundle = bundle;
    this.terms = terms;
  }

  /**
   * What a verifier asks for.
   *
   * @param keys those trusted; empty where signatures are not to be checked
   * @param demanded roles without whose signature a launch is not approved
   * @param day on which keys must not have expired
   */
  public record Terms(Optional<TrustedKeys> keys, SortedSet<String> demanded, LocalDate day) {}

  /**
   * Checks a bundle against itself and its attestations against it and the trusted keys.
   *
   * @throws Unreadable if it is no bundle or cannot be read
   */
  public static Checked check(Path bundle, Terms terms) throws Unreadable {
    return new Verifier(bundle, terms).check();
  }

  private Checked check() throws Unreadable {
    Optional<Census> census = census();
    Optional<Attestation> attestation = Optional.empty();
    List<TrustedKey> signed = List.of();
    if (census.isPresent()) {
      Census read = census.get();
      Seals seals = Seals.of(bundle);
      attestation = attestation(BundleFiles.ATTESTATION, () -> Statements.evaluation(read, seals));
      attestation.ifPresent(each -> seals.compare(each.statement(), damage));
      signed = signatories(attestation);
      Optional<Attestation> result =
          attestation(BundleFiles.TEST_RESULT, () -> Statements.testResult(read));
      if (attestation.isPresent() && result.isEmpty() && damage.isEmpty()) {
        damage.add(BundleFiles.TEST_RESULT + " is missing");
      }
      if (result.isPresent()) {
        signatories(result);
      }
    }
    return new Checked(
        census, damage.lines(), doubts.lines(), attestation, signed, missing(signed), terms);
  }

  private Optional<Census> census() throws Unreadable {
    try {
      return Optional.of(Census.of(bundle, damage));
    } catch (Damaged e) {
      damage.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** The attestation of that name, compared with what the bundle gives. */
  private Optional<Attestation> attestation(String file, Supplier<Json.Obj> found)
      throws Unreadable {
    try {
      Optional<Attestation> attestation = Attestation.read(bundle, file);
      if (attestation.isPresent()) {
        attestation.get().compare(found.get(), damage);
      }
      return attestation;
    } catch (Damaged e) {
      damage.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private List<TrustedKey> signatories(Optional<Attestation> attestation) {
    if (terms.keys().isEmpty()) {
      return List.of();
    }
    if (attestation.isEmpty()) {
      if (damage.isEmpty()) {
        doubts.add("the bundle is not signed: it has no " + BundleFiles.ATTESTATION);
      }
      return List.of();
    }
    return attestation.get().signatories(terms.keys().get(), terms.day(), doubts);
  }

  private SortedSet<String> missing(List<TrustedKey> signed) {
    SortedSet<String> missing = new TreeSet<>(terms.demanded());
    signed.forEach(key -> missing.remove(key.role()));
    return missing;
  }
}
