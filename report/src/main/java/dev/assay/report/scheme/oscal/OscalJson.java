package dev.assay.report.scheme.oscal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.report.Plain;
import dev.assay.report.ReadableJson;
import dev.assay.report.scheme.Dossier;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What plan and results have in common. */
final class OscalJson implements AutoCloseable {
  static final String VERSION = "1.1.2";
  private static final String NAMESPACE = "https://assay.dev/ns/oscal";

  private final JsonGenerator json;
  private final Dossier dossier;
  private final Identifiers identifiers;

  OscalJson(Dossier dossier, OutputStream out) throws IOException {
    this.dossier = dossier;
    this.identifiers = new Identifiers(dossier.root());
    this.json = ReadableJson.to(out);
    json.writeStartObject();
  }

  /** The generator, for what is particular to one document. */
  JsonGenerator json() {
    return json;
  }

  String uuid(String kind, String name) {
    return identifiers.uuid(kind, name);
  }

  /** Day of the evaluation; no clock is read. */
  String day() {
    return dossier.evaluation().asOf() + "T00:00:00Z";
  }

  /** Text as the models demand it: one line, no white space at its ends, not empty. */
  void text(String name, String value) throws IOException {
    String line = Plain.line(value).strip();
    json.writeStringField(name, line.isEmpty() ? "-" : line);
  }

  void property(String name, String value) throws IOException {
    json.writeStartObject();
    text("name", name);
    text("ns", NAMESPACE);
    text("value", value);
    json.writeEndObject();
  }

  void metadata(String title) throws IOException {
    json.writeObjectFieldStart("metadata");
    text("title", title);
    text("last-modified", day());
    text("version", dossier.root());
    text("oscal-version", VERSION);
    json.writeArrayFieldStart("props");
    property("evidence-root", dossier.root());
    property("catalogue-digest", dossier.evaluation().catalogueDigest());
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The product, as the one component of its system. */
  void productComponent() throws IOException {
    json.writeArrayFieldStart("components");
    component("product", "software", dossier.product(), "The product that was evaluated");
    json.writeEndArray();
  }

  private void component(String kind, String type, String title, String description)
      throws IOException {
    json.writeStartObject();
    text("uuid", uuid(kind, ""));
    text("type", type);
    text("title", title);
    text("description", description);
    json.writeObjectFieldStart("status");
    text("state", "operational");
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Assay, as that which assesses. */
  void assets() throws IOException {
    json.writeObjectFieldStart("assessment-assets");
    json.writeArrayFieldStart("components");
    component(
        "tool",
        "software",
        "Assay " + dossier.evaluation().assayVersion(),
        "Reads images without running them and decides test cases");
    json.writeEndArray();
    json.writeArrayFieldStart("assessment-platforms");
    json.writeStartObject();
    text("uuid", uuid("platform", ""));
    json.writeArrayFieldStart("uses-components");
    json.writeStartObject();
    text("component-uuid", uuid("tool", ""));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The controls that test cases ran for or that are planned. */
  void reviewedControls() throws IOException {
    SortedSet<String> controls = new TreeSet<>();
    dossier.cases().forEach(test -> add(controls, test.requirements()));
    dossier.planned().forEach(test -> add(controls, List.of(test.requirement())));
    json.writeObjectFieldStart("reviewed-controls");
    text(
        "description",
        "Each control is reviewed only as far as an image shows it; what is left open is said in the results");
    json.writeArrayFieldStart("control-selections");
    json.writeStartObject();
    if (!controls.isEmpty()) {
      json.writeArrayFieldStart("include-controls");
      for (String control : controls) {
        json.writeStartObject();
        text("control-id", control);
        json.writeEndObject();
      }
      json.writeEndArray();
    } else {
      text("description", "No control: no test case of the profile is for one");
    }
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void add(SortedSet<String> controls, Collection<String> requirements) {
    requirements.stream().filter(dossier::is).map(Identifiers::control).forEach(controls::add);
  }

  @Override
  public void close() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
