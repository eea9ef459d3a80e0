package dev.assay.verify.dissent;

import dev.assay.verify.bundle.Violations;
import dev.assay.verify.json.BadJson;
import dev.assay.verify.json.Json;
import dev.assay.verify.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A disagreement with an evaluation.
 *
 * @param root hex root of the evaluation
 * @param product its images, each by name and hex SHA-256
 * @param by the role that disagrees
 * @param verdicts those that differ
 */
public record Dissent(
    String root, SequencedMap<String, String> product, String by, List<Differing> verdicts) {
  /** Type of the predicate: a CycloneDX document. */
  public static final String TYPE = "https://cyclonedx.org/bom";

  /** Name of the subject that is the evaluation. */
  public static final String ROOT = "evaluation.json#root";

  /** Reference of the claim that is of no single verdict. */
  public static final String WHOLE = "claim-0";

  private static final String DECLARATIONS = "declarations";

  public Dissent {
    product = new LinkedHashMap<>(product);
    verdicts = List.copyOf(verdicts);
  }

  /** A verdict that differs; {@code none} where there is none. */
  public record Differing(String test, String component, String stated, String replayed) {
    @Override
    public String toString() {
      return test + " on " + component + ": " + stated + ", replayed " + replayed;
    }
  }

  /** Whether a statement is meant as one. */
  public static boolean isOne(Json statement) {
    return statement instanceof Json.Obj object
        && object.text("predicateType").equals(Optional.of(TYPE));
  }

  /**
   * Reads a statement; what does not hold together in it is a violation.
   *
   * @param file where it stands, for messages
   */
  public static Dissent read(Json.Obj statement, String file, Violations violations) {
    Json.Obj bom = object(statement.at("predicate"));
    if (!bom.text("specVersion").equals(Optional.of("1.6"))) {
      violations.add(file + ": the predicate is no CycloneDX 1.6");
    }
    Map<String, String> evidence = new HashMap<>();
    for (Json item : bom.items(DECLARATIONS, "evidence")) {
      Json.Obj each = object(Optional.of(item));
      Json.Obj data = object(each.items("data").stream().findFirst());
      evidence.put(
          each.text("bom-ref").orElse(""),
          data.text("contents", "attachment", "content").orElse(""));
    }
    List<Differing> verdicts = new ArrayList<>();
    for (Json item : bom.items(DECLARATIONS, "claims")) {
      Json.Obj claim = object(Optional.of(item));
      if (!claim.text("bom-ref").equals(Optional.of(WHOLE))) {
        verdict(claim, evidence, file, violations).ifPresent(verdicts::add);
      }
    }
    return new Dissent(
        root(statement, file, violations), product(statement, file, violations), by(bom), verdicts);
  }

  private static String root(Json.Obj statement, String file, Violations violations) {
    for (Json item : statement.items("subject")) {
      Json.Obj subject = object(Optional.of(item));
      if (subject.text("name").equals(Optional.of(ROOT))) {
        return subject.text("digest", "sha256").orElse("");
      }
    }
    violations.add(file + " names no evaluation: it has no subject " + ROOT);
    return "";
  }

  private static SequencedMap<String, String> product(
      Json.Obj statement, String file, Violations violations) {
    SequencedMap<String, String> images = new LinkedHashMap<>();
    for (Json item : statement.items("subject")) {
      Json.Obj subject = object(Optional.of(item));
      String name = subject.text("name").orElse("");
      if (!name.equals(ROOT)) {
        images.put(name, subject.text("digest", "sha256").orElse("no digest"));
      }
    }
    if (images.isEmpty()) {
      violations.add(file + " names no product");
    }
    return images;
  }

  private static String by(Json.Obj bom) {
    return object(bom.items(DECLARATIONS, "assessors").stream().findFirst())
        .text("organization", "name")
        .orElse("");
  }

  private static Optional<Differing> verdict(
      Json.Obj claim, Map<String, String> evidence, String file, Violations violations) {
    Json.Obj stated = line(claim, "evidence", evidence);
    Json.Obj replayed = line(claim, "counterEvidence", evidence);
    Json.Obj either = stated.members().isEmpty() ? replayed : stated;
    String test = either.text("test").orElse("");
    String component = either.text("component").orElse("");
    Differing found = new Differing(test, component, outcome(stated), outcome(replayed));
    String where = file + ": claim `" + claim.text("bom-ref").orElse("") + "`";
    boolean ofOne =
        replayed.members().isEmpty()
            || replayed.text("test").equals(either.text("test"))
                && replayed.text("component").equals(either.text("component"));
    if (test.isEmpty() || !ofOne || stated.equals(replayed)) {
      violations.add(where + " has no two lines on one verdict that differ");
      return Optional.empty();
    }
    if (!claim.text("target").equals(Optional.of(component))
        || !claim.text("predicate").equals(Optional.of(test + ": " + found.stated()))) {
      violations.add(where + " claims other than the line of the bundle in its evidence");
    }
    return Optional.of(found);
  }

  private static String outcome(Json.Obj line) {
    return line.members().isEmpty() ? "none" : line.text("verdict").orElse("none");
  }

  /** The line that the only reference leads to; an empty object where there is none. */
  private static Json.Obj line(Json.Obj claim, String which, Map<String, String> evidence) {
    for (Json reference : claim.items(which)) {
      if (reference instanceof Json.Text(String ref)) {
        try {
          byte[] line = evidence.getOrDefault(ref, "").getBytes(StandardCharsets.UTF_8);
          return object(Optional.of(JsonReader.read(line)));
        } catch (BadJson e) {
          return Json.object();
        }
      }
    }
    return Json.object();
  }

  private static Json.Obj object(Optional<Json> json) {
    return json.orElse(new Json.Nothing()) instanceof Json.Obj object ? object : Json.object();
  }
}
