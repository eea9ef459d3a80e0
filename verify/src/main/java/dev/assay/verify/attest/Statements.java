package dev.assay.verify.attest;

import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Census;
import dev.assay.verify.bundle.Outcome;
import dev.assay.verify.bundle.SaltedTree;
import dev.assay.verify.bundle.Tally;
import dev.assay.verify.json.Json;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be attested of a bundle, as in-toto Statements (version 1). */
public final class Statements {
  public static final String EVALUATION = "https://assay.dev/attestation/evaluation/v1";
  public static final String TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";

  private static final String STATEMENT = "https://in-toto.io/Statement/v1";
  private static final String SHA256 = "sha256";

  private final Census census;
  private final Json.Obj summary;
  private final Tally tally;

  private Statements(Census census) {
    this.census = census;
    this.summary = census.summary().content();
    this.tally = census.tally();
  }

  /**
   * All that an evaluation is: predicate of our own.
   *
   * @param seals digests of what lies in the bundle outside its root
   */
  public static Json.Obj evaluation(Census census, Seals seals) {
    Statements statements = new Statements(census);
    return statements.statement(EVALUATION, statements.predicate(seals));
  }

  /** The result, and the test cases by what came of them: in-toto's predicate test-result. */
  public static Json.Obj testResult(Census census) {
    Statements statements = new Statements(census);
    return statements.statement(TEST_RESULT, statements.testResult());
  }

  private Json.Obj statement(String type, Json.Obj predicate) {
    List<Json> subjects = new ArrayList<>();
    for (Json image : summary.items("product", "images")) {
      if (image instanceof Json.Obj each) {
        subjects.add(Json.object("name", text(each, "name"), "digest", digest(text(each, SHA256))));
      }
    }
    return Json.object(
        "_type", STATEMENT, "subject", subjects, "predicateType", type, "predicate", predicate);
  }

  private Json.Obj predicate(Seals seals) {
    Json.Obj found = found(seals);
    // Bundles that were written before there was such a list are attested as they were.
    return summary.at("tests").isEmpty() ? found : found.with("tests", TestStatement.all(summary));
  }

  private Json.Obj found(Seals seals) {
    return Json.object(
        "product",
        Json.object("name", at("product", "name"), "version", at("product", "version")),
        "tool",
        Json.object("name", "assay", "version", at("assay", "version")),
        "catalogue",
        catalogue(),
        "feed",
        summary.text("feed", "digest").map(feed -> Json.object("digest", digest(feed))),
        "gate",
        Json.object(
            "decision", at("gate", "decision"),
            "policy", Json.object("name", at("gate", "policy"), "digest", policyDigest())),
        "evidence",
        Json.object(
            "root", census.root(),
            "leaves", census.leaves().count(),
            "disclosureRoot", HexFormat.of().formatHex(SaltedTree.of(census.leaves()).root()),
            "checksums", seals.checksums().map(Statements::digest),
            "run", seals.run().map(Statements::digest)),
        "verdicts",
        verdicts(),
        "coverage",
        coverage(),
        "replay",
        replay());
  }

  private Json.Obj catalogue() {
    return Json.object(
        "profile", at("catalogue", "profile"),
        "digest", digest(text(summary, "catalogue", "digest")),
        "cases", at("catalogue", "cases"),
        "undecidable", at("catalogue", "planned"));
  }

  private Json.Obj verdicts() {
    return Json.object(
        "passed", tally.passed(),
        "failed", tally.failures(),
        "failedBySeverity", tally.failed(),
        "inconclusive", tally.inconclusive(),
        "waived", summary.items("waived").size(),
        "notRun", tally.notRun().values().stream().mapToLong(Long::longValue).sum(),
        "notRunByReason", tally.notRun());
  }

  private Json.Obj coverage() {
    return Json.object(
        "artifacts", share(tally.artifacts(), "read"),
        "components", share(tally.components(), "tested"),
        "cases", Json.object("all", at("catalogue", "cases"), "run", tally.cases().size()),
        "casesOnComponents", share(tally.planned(), "run"));
  }

  private static Json.Obj share(Tally.Share share, String covered) {
    return Json.object("all", share.all(), covered, share.covered());
  }

  private Json.Obj replay() {
    List<String> command = new ArrayList<>(List.of("assay", "evaluate", "PRODUCT"));
    command.addAll(List.of("--profile", text(summary, "catalogue", "profile")));
    command.addAll(List.of("--as-of", text(summary, "asOf")));
    for (String file : List.of("policy", "waivers")) {
      if (summary.text("gate", file + "Digest").isPresent()) {
        command.addAll(List.of("--" + file, file + ".yaml"));
      }
    }
    for (int i = 1; i <= vexDigests().size(); i++) {
      command.addAll(List.of("--vex", "vex-" + i + ".json"));
    }
    if (summary.text("feed", "digest").isPresent()) {
      command.addAll(List.of("--feed", "FEED"));
    }
    Json.Obj recipe =
        Json.object(
            "command", command,
            "profile", at("catalogue", "profile"),
            "asOf", at("asOf"),
            "policyDigest", policyDigest(),
            "waiversDigest", summary.text("gate", "waiversDigest").map(Statements::digest));
    return vexDigests().isEmpty()
        ? recipe
        : recipe.with("vexDigests", vexDigests().stream().map(Statements::digest).toList());
  }

  /** Of the VEX documents in the order of the recipe. */
  private List<String> vexDigests() {
    return summary.text("gate", "vexDigests").map(all -> List.of(all.split(","))).orElse(List.of());
  }

  private Json.Obj testResult() {
    List<Json> configuration = new ArrayList<>();
    configuration.add(
        Json.object(
            "name",
            "catalogue/" + text(summary, "catalogue", "profile"),
            "digest",
            digest(text(summary, "catalogue", "digest"))));
    summary
        .text("feed", "digest")
        .ifPresent(feed -> configuration.add(Json.object("name", "feed", "digest", digest(feed))));
    configuration.add(
        Json.object("name", BundleFiles.SUMMARY + "#root", "digest", digest(census.root())));
    return Json.object(
        "result", result(),
        "configuration", configuration,
        "passedTests", tests(Outcome.PASS),
        "warnedTests", tests(Outcome.INCONCLUSIVE),
        "failedTests", tests(Outcome.FAIL));
  }

  private String result() {
    return switch (text(summary, "gate", "decision")) {
      case "APPROVED" -> "PASSED";
      case "CONDITIONAL" -> "WARNED";
      default -> "FAILED";
    };
  }

  private List<String> tests(Outcome outcome) {
    return tally.tests().entrySet().stream()
        .filter(test -> test.getValue() == outcome)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Json> policyDigest() {
    return summary.text("gate", "policyDigest").map(Statements::digest);
  }

  private Optional<Json> at(String... path) {
    return summary.at(path);
  }

  private static String text(Json.Obj object, String... path) {
    return object.text(path).orElse("");
  }

  private static Json digest(String sha256) {
    return Json.object(SHA256, sha256);
  }
}
