package dev.assay.report.scheme;

import dev.assay.model.Evaluation;
import dev.assay.model.Product;
import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.Standards;
import dev.assay.report.Standards.Counts;
import dev.assay.report.scheme.Answer.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Holds what is expected against what a bundle holds. */
final class Answers {
  private final Overview overview;
  private final Evaluation evaluation;
  private final Optional<SortedSet<String>> signers;
  private final SortedMap<String, SortedMap<String, Counts>> standards;

  private Answers(Overview overview, Optional<SortedSet<String>> signers) {
    this.overview = overview;
    this.evaluation = overview.evaluation();
    this.signers = signers;
    this.standards = Standards.counts(evaluation);
  }

  static List<Answer> of(Scheme scheme, Overview overview, Optional<SortedSet<String>> signers) {
    Answers answers = new Answers(overview, signers);
    return scheme.expectations().stream().map(answers::answer).toList();
  }

  private Answer answer(Expectation expectation) {
    return switch (expectation.evidence()) {
      case Expected.Identity identity -> identity(expectation);
      case Expected.Profile profile ->
          evaluation.profile().equals(profile.name())
              ? found(expectation, "evaluated under the profile " + profile.name())
              : missing(
                  expectation,
                  "evaluated under the profile "
                      + evaluation.profile()
                      + "; use --profile "
                      + profile.name());
      case Expected.Standard standard -> standard(expectation, standard.id());
      case Expected.Feed feed ->
          evaluation
              .feedDigest()
              .map(digest -> found(expectation, "vulnerability feed " + digest))
              .orElseGet(() -> missing(expectation, "no feed was asked; use --feed"));
      case Expected.Inventory inventory -> inventory(expectation);
      case Expected.Readable readable -> readable(expectation);
      case Expected.Tested tested -> tested(expectation);
      case Expected.Waivers waivers -> waivers(expectation);
      case Expected.Policy policy ->
          evaluation
              .gate()
              .policyDigest()
              .map(digest -> found(expectation, "policy " + digest))
              .orElseGet(() -> missing(expectation, "judged by the default policy; use --policy"));
      case Expected.Signature signature -> signature(expectation, signature.role());
      case Expected.Replay replay ->
          found(
              expectation,
              "root, catalogue, profile and day are recorded; `assay verify BUNDLE PRODUCT` repeats it");
      case Expected.Elsewhere elsewhere -> missing(expectation, elsewhere.from());
    };
  }

  private Answer identity(Expectation expectation) {
    Product product = evaluation.product();
    String images = Plain.count(product.images().size(), "image", "images") + " with SHA-256";
    return product.version().isEmpty()
        ? new Answer(
            expectation, State.PARTLY, images + "; no version was given; a product.yaml names it")
        : found(expectation, product.name() + " " + product.version() + ", " + images);
  }

  private Answer standard(Expectation expectation, String id) {
    Collection<Counts> all = standards.getOrDefault(id, new TreeMap<>()).values();
    long decided = all.stream().filter(Counts::isDecided).count();
    long failing = all.stream().filter(counts -> counts.fail() > 0).count();
    long run = all.stream().filter(counts -> counts.cases() > 0).count();
    if (run == 0) {
      return missing(
          expectation,
          all.isEmpty() ? "no test case ran for it" : all.size() + " requirements, none tested");
    }
    String how =
        Plain.count(all.size(), "requirement", "requirements")
            + ": "
            + run
            + " tested as far as an image shows them, "
            + failing
            + " of them with failures; "
            + (all.size() - decided)
            + " wholly or partly open";
    return new Answer(expectation, decided == all.size() ? State.FOUND : State.PARTLY, how);
  }

  private Answer inventory(Expectation expectation) {
    int all = evaluation.components().size();
    long versioned =
        evaluation.components().stream()
            .filter(described -> !described.component().version().isEmpty())
            .count();
    return all == 0
        ? missing(expectation, "no components were found")
        : found(
            expectation,
            Plain.count(all, "component", "components") + ", " + versioned + " with a version");
  }

  private Answer readable(Expectation expectation) {
    long unread =
        evaluation.artifacts().stream().filter(each -> !each.problems().isEmpty()).count();
    int opaque = overview.kinds().getOrDefault("opaque", 0);
    return unread + opaque == 0
        ? found(expectation, "every artifact was read")
        : new Answer(
            expectation,
            State.PARTLY,
            Plain.count(unread, "artifact", "artifacts")
                + " with problems, "
                + Plain.count(opaque, "opaque component", "opaque components"));
  }

  private Answer tested(Expectation expectation) {
    int untested = overview.uncovered().values().stream().mapToInt(List::size).sum();
    int all = evaluation.components().size();
    return untested == 0 && all > 0
        ? found(expectation, "all of " + Plain.count(all, "component", "components"))
        : new Answer(
            expectation,
            untested == all ? State.MISSING : State.PARTLY,
            untested + " of " + Plain.count(all, "component", "components") + " without a test");
  }

  private Answer waivers(Expectation expectation) {
    int all = evaluation.waived().size();
    long endless = evaluation.waived().stream().filter(each -> each.until().isEmpty()).count();
    String accepted = Plain.count(all, "failure", "failures") + " accepted by name, with reason";
    if (endless > 0) {
      return new Answer(
          expectation, State.PARTLY, accepted + "; " + endless + " of them without a last day");
    }
    return found(expectation, all == 0 ? "no failure was accepted" : accepted + " and last day");
  }

  private Answer signature(Expectation expectation, String role) {
    return signers
        .map(
            roles ->
                roles.contains(role)
                    ? found(expectation, "signed with a trusted key of " + role)
                    : missing(expectation, "no trusted key of " + role + " has signed"))
        .orElseGet(
            () -> missing(expectation, "not checked: name the folder of trusted keys with --keys"));
  }

  private static Answer found(Expectation expectation, String how) {
    return new Answer(expectation, State.FOUND, how);
  }

  private static Answer missing(Expectation expectation, String how) {
    return new Answer(expectation, State.MISSING, how);
  }
}
