package dev.assay.report.scheme.form;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.report.ReadableJson;
import dev.assay.report.scheme.Dossier;
import java.io.IOException;
import java.io.OutputStream;

/** The forms for programs: the same fields, in the same order. */
public final class FormsJson {
  private FormsJson() {}

  public static void write(Dossier dossier, OutputStream to) throws IOException {
    try (JsonGenerator out = ReadableJson.to(to)) {
      out.writeStartObject();
      out.writeStringField("product", dossier.product());
      out.writeStringField("scheme", dossier.scheme().title());
      out.writeStringField("root", dossier.root());
      out.writeArrayFieldStart("forms");
      for (Form form : EvidenceForms.of(dossier)) {
        form(form, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static void form(Form form, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("requirements");
    for (Form.Requirement requirement : form.requirements()) {
      out.writeStartObject();
      out.writeStringField("name", requirement.name());
      out.writeStringField("reference", requirement.reference());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringField("description", form.description());
    out.writeStringField("threat", form.threat());
    out.writeStringField("deviceUnderTest", form.device());
    out.writeStringField("test", form.test());
    out.writeStringField("purpose", form.purpose());
    out.writeStringField("setup", form.setup());
    out.writeStringField("procedure", form.procedure());
    out.writeStringField("expectedResults", form.expected());
    out.writeStringField("expectedEvidence", form.format());
    out.writeArrayFieldStart("evidence");
    for (String each : form.evidence()) {
      out.writeString(each);
    }
    out.writeEndArray();
    out.writeStringField("verdict", form.verdict());
    out.writeEndObject();
  }
}
