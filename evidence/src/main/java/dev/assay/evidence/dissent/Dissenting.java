package dev.assay.evidence.dissent;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.Recorded;
import dev.assay.evidence.Replay;
import dev.assay.evidence.recall.Line;
import dev.assay.evidence.sign.SigningKey;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.attest.Envelope;
import dev.assay.verify.dissent.Dissent;
import dev.assay.verify.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts a disagreement into words: CycloneDX 1.6 declarations, each with its counter-evidence. */
public final class Dissenting {
  /** Bytes of lines in one document; an envelope must hold them. */
  private static final int MAX = Envelope.MAX / 4;

  private static final String PRODUCT = "product";
  private static final String ASSESSOR = "assessor";
  private static final String STATEMENT = "https://in-toto.io/Statement/v1";

  private final BundleContent bundle;
  private final BundleContent replayed;
  private final List<Json> claims = new ArrayList<>();
  private final List<Json> evidence = new ArrayList<>();
  private final Set<String> targets = new LinkedHashSet<>();
  private int bytes;

  private Dissenting(BundleContent bundle, BundleContent replayed) {
    this.bundle = bundle;
    this.replayed = replayed;
  }

  /**
   * A signed disagreement.
   *
   * @param replayed what the same product gave
   * @param role who disagrees
   * @throws BundleException if the bundle does not hold what a bundle holds
   */
  public static Envelope signed(
      BundleContent bundle, BundleContent replayed, String role, SigningKey key)
      throws BundleException, BadKey {
    byte[] statement = new Dissenting(bundle, replayed).statement(role).bytes();
    Envelope envelope = new Envelope(Envelope.IN_TOTO, statement, List.of());
    return envelope.with(new Envelope.Signed(key.open().id(), key.sign(envelope.signedBytes())));
  }

  private Json.Obj statement(String role) throws BundleException {
    List<DifferingLine> differing = DifferingLine.between(bundle, replayed);
    whole();
    int told = 0;
    for (DifferingLine line : differing) {
      if (bytes < MAX) {
        verdict(line);
        told++;
      }
    }
    return Json.object(
        "_type",
        STATEMENT,
        "subject",
        subjects(),
        "predicateType",
        Dissent.TYPE,
        "predicate",
        bom(role, differing.size(), told));
  }

  private List<Json> subjects() throws BundleException {
    List<Json> subjects = new ArrayList<>();
    subjects.add(subject(Dissent.ROOT, bundle.root()));
    Json.Obj summary = Line.read(bundle.summary(), BundleContent.SUMMARY).object();
    for (Json item : summary.items(PRODUCT, "images")) {
      if (item instanceof Json.Obj image) {
        subjects.add(subject(image.text("name").orElse(""), image.text("sha256").orElse("")));
      }
    }
    return subjects;
  }

  private static Json subject(String name, String sha256) {
    return Json.object("name", name, "digest", Json.object("sha256", sha256));
  }

  /** The claim that everything else follows from. */
  private void whole() {
    evidence("root", "the evaluation's root", "text/plain", bundle.root());
    evidence(
        "replayed-root",
        "the replay's root, and where both differ",
        "text/plain",
        replayed.root() + "\n" + String.join("\n", Replay.differences(bundle, replayed)) + "\n");
    claims.add(
        Json.object(
            "bom-ref",
            Dissent.WHOLE,
            "target",
            PRODUCT,
            "predicate",
            "The product gives the evaluation of root " + bundle.root(),
            "reasoning",
            "Evaluated again on the recorded terms, the product gives another root.",
            "evidence",
            List.of("root"),
            "counterEvidence",
            List.of("replayed-root")));
  }

  private void verdict(DifferingLine line) throws BundleException {
    int number = claims.size();
    // The document's own component is told once.
    if (!line.component().equals(PRODUCT)) {
      targets.add(line.component());
    }
    claims.add(
        Json.object(
            "bom-ref", "claim-" + number,
            "target", line.component(),
            "predicate", line.test() + ": " + line.verdict(),
            "evidence", line("stated-" + number, "line of the bundle", line.stated()),
            "counterEvidence", line("replayed-" + number, "line of the replay", line.replayed())));
  }

  private List<String> line(String ref, String description, Optional<String> line) {
    line.ifPresent(text -> evidence(ref, description, "application/json", text));
    return line.isPresent() ? List.of(ref) : List.of();
  }

  private void evidence(String ref, String description, String type, String content) {
    bytes += content.getBytes(StandardCharsets.UTF_8).length;
    Json attachment = Json.object("contentType", type, "content", content);
    evidence.add(
        Json.object(
            "bom-ref", ref,
            "description", description,
            "data",
                List.of(
                    Json.object("name", ref, "contents", Json.object("attachment", attachment)))));
  }

  private Json bom(String role, int differing, int told) throws BundleException {
    Recorded recorded = Recorded.of(bundle);
    String name = bundle.root() + " " + replayed.root() + " " + role;
    return Json.object(
        "bomFormat",
        "CycloneDX",
        "specVersion",
        "1.6",
        "serialNumber",
        "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        "version",
        1,
        "metadata",
        Json.object(
            "component",
            Json.object(
                "bom-ref",
                PRODUCT,
                "type",
                "firmware",
                "name",
                recorded.productName(),
                "version",
                recorded.productVersion())),
        "declarations",
        Json.object(
            "assessors",
                List.of(
                    Json.object(
                        "bom-ref",
                        ASSESSOR,
                        "thirdParty",
                        true,
                        "organization",
                        Json.object("name", role))),
            "attestations", List.of(attestation(differing, told)),
            "claims", claims,
            "evidence", evidence,
            "targets",
                Json.object("components", targets.stream().map(Dissenting::target).toList())));
  }

  private Json attestation(int differing, int told) {
    return Json.object(
        "summary",
        differing
            + " verdicts differ between the evaluation of root "
            + bundle.root()
            + " and its replay of root "
            + replayed.root()
            + (told < differing ? "; " + told + " of them are told here" : ""),
        "assessor",
        ASSESSOR,
        "map",
        List.of(
            Json.object(
                "claims",
                claims.stream().map(claim -> ((Json.Obj) claim).at("bom-ref")).toList())));
  }

  private static Json target(String component) {
    return Json.object("bom-ref", component, "type", "application", "name", component);
  }
}
