package dev.assay.report.sarif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.evidence.Bundle;
import dev.assay.model.Evaluation;
import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import dev.assay.model.Place;
import dev.assay.model.PlannedTest;
import dev.assay.model.Severity;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Test cases and planned tests are rules, failures are results, undecided ones are results to
 * review.
 */
public final class Sarif implements Bundle.View {
  @Override
  public String fileName() {
    return "results.sarif";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    Map<String, Integer> rules = new HashMap<>();
    for (TestCase test : evaluation.cases()) {
      rules.put(test.id(), rules.size());
    }
    for (PlannedTest test : evaluation.planned()) {
      rules.put(test.id(), rules.size());
    }
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      json.writeObjectFieldStart("tool");
      json.writeObjectFieldStart("driver");
      json.writeStringField("name", "Assay");
      json.writeStringField("version", evaluation.assayVersion());
      json.writeArrayFieldStart("rules");
      for (TestCase test : evaluation.cases()) {
        rule(json, test);
      }
      for (PlannedTest test : evaluation.planned()) {
        rule(json, test);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeStringField("columnKind", "unicodeCodePoints");
      json.writeArrayFieldStart("results");
      for (Verdict verdict : evaluation.verdicts()) {
        if (verdict.outcome() != Outcome.PASS) {
          result(json, verdict, rules.getOrDefault(verdict.test(), -1));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void rule(JsonGenerator json, TestCase test) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", test.id());
    text(json, "shortDescription", test.title());
    text(json, "fullDescription", test.because());
    text(json, "help", test.mitigate());
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(test.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField("security-severity", score(test.severity()));
    json.writeArrayFieldStart("tags");
    json.writeString("security");
    // By which GitHub and others know a weakness of the enumeration.
    json.writeString("external/cwe/" + test.weakness().toLowerCase(Locale.ROOT));
    for (String requirement : test.requirements().stream().distinct().toList()) {
      json.writeString(requirement);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, PlannedTest test) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", test.id());
    text(json, "shortDescription", test.title());
    text(json, "fullDescription", "Planned: " + test.why());
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", "none");
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString("security");
    json.writeString(test.requirement());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, Verdict verdict, int rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", verdict.test());
    if (rule >= 0) {
      json.writeNumberField("ruleIndex", rule);
    }
    boolean failed = verdict.outcome() == Outcome.FAIL;
    json.writeStringField("kind", failed ? "fail" : "review");
    // SARIF 2.1.0 §3.27.10: any kind other than fail has the level none.
    json.writeStringField("level", failed ? level(verdict.severity()) : "none");
    text(json, "message", verdict.why() + " [" + verdict.component() + "]");
    json.writeArrayFieldStart("locations");
    for (Evidence evidence : verdict.evidence().stream().limit(1).toList()) {
      location(json, evidence);
    }
    json.writeEndArray();
    // The schema wants unique items.
    List<Evidence> further = verdict.evidence().stream().skip(1).distinct().toList();
    if (!further.isEmpty()) {
      json.writeArrayFieldStart("relatedLocations");
      for (Evidence evidence : further) {
        location(json, evidence);
      }
      json.writeEndArray();
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("assay/v1", fingerprint(verdict));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void location(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(evidence.artifact()));
    json.writeEndObject();
    switch (evidence.place()) {
      case Place.Line line -> {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", line.number());
        snippet(json, evidence);
        json.writeEndObject();
      }
      case Place.Offset offset -> {
        json.writeObjectFieldStart("region");
        json.writeNumberField("byteOffset", offset.bytes());
        json.writeNumberField("byteLength", 0);
        snippet(json, evidence);
        json.writeEndObject();
      }
      case Place.Whole whole -> {}
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void snippet(JsonGenerator json, Evidence evidence) throws IOException {
    text(json, "snippet", evidence.excerpt());
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", value);
    json.writeEndObject();
  }

  /**
   * A relative URI reference; every segment percent-encoded, so that any name of a product is legal
   * in it.
   */
  private static String uri(String path) {
    StringBuilder encoded = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      encoded
          .append(encoded.isEmpty() ? "" : "/")
          .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return encoded.toString();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  /** A number in the ranges code scanning dashboards sort by. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "3.0";
      case INFO -> "0.5";
    };
  }

  private static String fingerprint(Verdict verdict) {
    try {
      byte[] id = (verdict.test() + "\0" + verdict.component()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
