package dev.assay.report.scheme.oscal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.model.TestCase;
import dev.assay.report.scheme.Dossier;
import java.io.IOException;
import java.io.OutputStream;

/** Which test case decides which objective of which control. */
public final class AssessmentPlan {
  /** Its name beside the results, which refer to it. */
  public static final String FILE = "assessment-plan.json";

  private final Dossier dossier;
  private final OscalJson oscal;
  private final JsonGenerator json;

  private AssessmentPlan(Dossier dossier, OscalJson oscal) {
    this.dossier = dossier;
    this.oscal = oscal;
    this.json = oscal.json();
  }

  public static void write(Dossier dossier, OutputStream out) throws IOException {
    try (OscalJson oscal = new OscalJson(dossier, out)) {
      new AssessmentPlan(dossier, oscal).write();
    }
  }

  private void write() throws IOException {
    json.writeObjectFieldStart("assessment-plan");
    oscal.text("uuid", oscal.uuid("plan", ""));
    oscal.metadata("Assessment plan for " + dossier.product());
    json.writeObjectFieldStart("import-ssp");
    oscal.text("href", "#" + oscal.uuid("ssp", ""));
    oscal.text(
        "remarks", "The system security plan is the maker's to give; the bundle does not hold it");
    json.writeEndObject();
    json.writeObjectFieldStart("local-definitions");
    oscal.productComponent();
    if (!dossier.cases().isEmpty()) {
      objectives();
      activities();
    }
    json.writeEndObject();
    oscal.reviewedControls();
    json.writeArrayFieldStart("assessment-subjects");
    json.writeStartObject();
    oscal.text("type", "component");
    json.writeObjectFieldStart("include-all");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    oscal.assets();
    json.writeObjectFieldStart("back-matter");
    json.writeArrayFieldStart("resources");
    json.writeStartObject();
    oscal.text("uuid", oscal.uuid("ssp", ""));
    oscal.text("title", "System security plan, to be supplied");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void objectives() throws IOException {
    json.writeArrayFieldStart("objectives-and-methods");
    for (TestCase test : dossier.cases()) {
      for (String requirement : test.requirements().stream().filter(dossier::is).toList()) {
        json.writeStartObject();
        oscal.text("control-id", Identifiers.control(requirement));
        json.writeArrayFieldStart("parts");
        json.writeStartObject();
        oscal.text("id", Identifiers.objective(requirement, test.id()));
        oscal.text("name", "assessment-objective");
        oscal.text("title", test.id());
        oscal.text("prose", test.title());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void activities() throws IOException {
    json.writeArrayFieldStart("activities");
    for (TestCase test : dossier.cases()) {
      json.writeStartObject();
      oscal.text("uuid", oscal.uuid("activity", test.id()));
      oscal.text("title", test.id());
      oscal.text(
          "description",
          "On each component of kind " + test.component() + ", decide: " + test.expect());
      json.writeArrayFieldStart("props");
      oscal.property("severity", test.severity().word());
      oscal.property("revision", String.valueOf(test.revision()));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
