package dev.assay.verify;

import dev.assay.verify.attest.Attestation;
import dev.assay.verify.attest.Seals;
import dev.assay.verify.attest.Statements;
import dev.assay.verify.attest.TrustedKey;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Census;
import dev.assay.verify.bundle.Checksums;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.bundle.Violations;
import dev.assay.verify.disclose.DisclosedLines;
import dev.assay.verify.disclose.Disclosure;
import dev.assay.verify.dissent.Dissent;
import dev.assay.verify.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
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
   * Checks a bundle against itself and its attestations against it and the trusted keys; or, where
   * a file is given, the disclosed lines of one, or a disagreement with one.
   *
   * @throws Unreadable if it is neither or cannot be read
   */
  public static Checked check(Path bundle, Terms terms) throws Unreadable {
    Verifier verifier = new Verifier(bundle, terms);
    if (!Files.isRegularFile(bundle)) {
      return verifier.checkBundle();
    }
    Optional<Attestation> dissent = verifier.dissent();
    return dissent.isPresent() ? verifier.checkDissent(dissent.get()) : verifier.checkDisclosure();
  }

  private Checked checkBundle() throws Unreadable {
    Optional<Census> census = census();
    List<TrustedKey> signed = List.of();
    List<String> found = new ArrayList<>();
    if (census.isPresent()) {
      Census read = census.get();
      found.add("root " + read.root() + " covers every line of the bundle");
      List<String> strangers = Checksums.strangers(bundle);
      if (!strangers.isEmpty()) {
        found.add(
            Violations.shown(
                "no part of the bundle, not checked: " + String.join(", ", strangers)));
      }
      Seals seals = Seals.of(bundle);
      Optional<Attestation> attestation =
          attestation(BundleFiles.ATTESTATION, () -> Statements.evaluation(read, seals));
      attestation.ifPresent(each -> seals.compare(each.statement(), damage));
      Optional<Attestation> result =
          attestation(BundleFiles.TEST_RESULT, () -> Statements.testResult(read));
      if (attestation.isPresent() && result.isEmpty() && damage.isEmpty()) {
        damage.add(BundleFiles.TEST_RESULT + " is missing");
      }
      if (attestation.isEmpty() && terms.keys().isPresent() && damage.isEmpty()) {
        doubts.add("the bundle is not signed: it has no " + BundleFiles.ATTESTATION);
      }
      signed = attestation.map(each -> signatories(each, found)).orElse(signed);
      result.ifPresent(each -> signatories(each, new ArrayList<>()));
    }
    String decision =
        census.flatMap(read -> read.summary().content().text("gate", "decision")).orElse("");
    return checked(census, decision, found, signed);
  }

  /** The file as a disagreement; empty where it is none. */
  private Optional<Attestation> dissent() throws Unreadable {
    try {
      return Attestation.read(bundle.resolveSibling(""), name())
          .filter(attestation -> Dissent.isOne(attestation.statement()));
    } catch (Damaged notOne) {
      // Reading it as a disclosure says what it is.
      return Optional.empty();
    }
  }

  private String name() {
    return String.valueOf(bundle.getFileName());
  }

  private Checked checkDissent(Attestation attestation) {
    Dissent dissent = Dissent.read((Json.Obj) attestation.statement(), name(), damage);
    List<String> found = new ArrayList<>();
    found.add(
        Violations.shown(
            dissent.by()
                + " disagrees with the evaluation of root "
                + dissent.root()
                + " in "
                + dissent.verdicts().size()
                + (dissent.verdicts().size() == 1 ? " verdict" : " verdicts")));
    dissent
        .product()
        .forEach(
            (name, sha256) -> found.add(Violations.shown("of " + name + ", SHA-256 " + sha256)));
    dissent.verdicts().forEach(each -> found.add(Violations.shown(each.toString())));
    List<TrustedKey> signed = signatories(attestation, found);
    for (TrustedKey key : signed) {
      if (!key.role().equals(dissent.by())) {
        doubts.add(name() + " is in the name of " + dissent.by() + " and signed by " + key.role());
      }
    }
    return checked(Optional.empty(), "", found, signed);
  }

  private Checked checkDisclosure() throws Unreadable {
    String name = name();
    List<String> found = new ArrayList<>();
    List<TrustedKey> signed = List.of();
    String decision = "";
    try {
      Disclosure disclosure = Disclosure.read(bundle);
      Attestation attestation = Attestation.of(name, disclosure.attestation());
      found.addAll(DisclosedLines.check(disclosure, attestation.statement(), name, damage));
      signed = signatories(attestation, found);
      if (attestation.statement() instanceof Json.Obj statement) {
        decision = statement.text("predicate", "gate", "decision").orElse("");
      }
    } catch (Damaged e) {
      damage.add(String.valueOf(e.getMessage()));
    }
    return checked(Optional.empty(), decision, found, signed);
  }

  private Checked checked(
      Optional<Census> census, String decision, List<String> found, List<TrustedKey> signed) {
    return new Checked(
        census, decision, List.copyOf(found), damage.lines(), doubts.lines(), signed, terms);
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
  private Optional<Attestation> attestation(String file, Supplier<Json.Obj> given)
      throws Unreadable {
    try {
      Optional<Attestation> attestation = Attestation.read(bundle, file);
      if (attestation.isPresent()) {
        attestation.get().compare(given.get(), damage);
      }
      return attestation;
    } catch (Damaged e) {
      damage.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private List<TrustedKey> signatories(Attestation attestation, List<String> found) {
    if (terms.keys().isEmpty()) {
      found.add("signatures are not checked: name the folder of trusted keys with --keys");
      return List.of();
    }
    return attestation.signatories(terms.keys().get(), terms.day(), doubts);
  }
}
