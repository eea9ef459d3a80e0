package dev.assay.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.model.Artifact;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Place;
import dev.assay.model.PlanEntry;
import dev.assay.model.Problem;
import dev.assay.model.Risk;
import dev.assay.model.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One line of each file of the bundle. */
final class ModelJson {
  private ModelJson() {}

  static void artifact(JsonGenerator json, Artifact artifact) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", artifact.path());
    json.writeStringField("sha256", artifact.sha256());
    json.writeNumberField("size", artifact.size());
    json.writeStringField("type", artifact.type());
    json.writeStringField("mode", octal(artifact.mode()));
    json.writeStringField("owner", artifact.owner().toString());
    if (!artifact.link().isEmpty()) {
      json.writeStringField("link", artifact.link());
    }
    json.writeArrayFieldStart("problems");
    for (Problem problem : artifact.problems()) {
      json.writeStartObject();
      json.writeStringField("code", problem.code());
      if (problem.offset() >= 0) {
        json.writeNumberField("offset", problem.offset());
      }
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void component(JsonGenerator json, Component component) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", component.id());
    json.writeStringField("kind", component.kind());
    json.writeStringField("name", component.name());
    json.writeStringField("version", component.version());
    json.writeStringField("purl", component.purl());
    json.writeStringField("cpe", component.cpe());
    strings(json, "artifacts", component.artifacts());
    json.writeEndObject();
  }

  static void facts(JsonGenerator json, Described described) throws IOException {
    json.writeStartObject();
    json.writeStringField("component", described.component().id());
    json.writeFieldName("facts");
    RecordJson.write(json, described.facts());
    if (!described.unknown().isEmpty()) {
      json.writeObjectFieldStart("unknown");
      for (Map.Entry<String, String> entry : new TreeMap<>(described.unknown()).entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("evidence");
    for (FactEvidence seen : described.evidence()) {
      json.writeStartObject();
      json.writeStringField("fact", seen.fact());
      place(json, seen.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void risk(JsonGenerator json, Risk risk) throws IOException {
    json.writeStartObject();
    json.writeStringField("component", risk.component());
    json.writeNumberField("score", risk.score());
    json.writeNumberField("tier", risk.tier());
    json.writeArrayFieldStart("factors");
    for (Risk.Factor factor : risk.factors()) {
      json.writeStartObject();
      json.writeStringField("name", factor.name());
      json.writeNumberField("value", factor.value());
      json.writeNumberField("weight", factor.weight());
      json.writeStringField("why", factor.why());
      json.writeStringField("source", factor.source());
      evidence(json, factor.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void plan(JsonGenerator json, PlanEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("test", entry.test());
    json.writeStringField("component", entry.component());
    json.writeBooleanField("run", entry.run());
    json.writeStringField("why", entry.why());
    json.writeEndObject();
  }

  static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
    json.writeStartObject();
    json.writeStringField("test", verdict.test());
    json.writeStringField("component", verdict.component());
    json.writeStringField("verdict", verdict.outcome().name());
    json.writeStringField("severity", verdict.severity().word());
    json.writeStringField("why", verdict.why());
    evidence(json, verdict.evidence());
    json.writeEndObject();
  }

  private static void evidence(JsonGenerator json, List<Evidence> all) throws IOException {
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : all) {
      json.writeStartObject();
      place(json, evidence);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void place(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeStringField("artifact", evidence.artifact());
    switch (evidence.place()) {
      case Place.Line line -> json.writeNumberField("line", line.number());
      case Place.Offset offset -> json.writeNumberField("offset", offset.bytes());
      case Place.Whole whole -> {}
    }
    json.writeStringField("excerpt", evidence.excerpt());
  }

  private static String octal(int mode) {
    String digits = Integer.toOctalString(mode & 07777);
    return "0000".substring(Math.min(4, digits.length())) + digits;
  }
}
