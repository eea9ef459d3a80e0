package dev.assay.report.scheme.form;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.report.ReadableJson;
import dev.assay.report.scheme.Dossier;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

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
    out.writeStringField("test", form.test());
    texts("requirements", form.requirements(), out);
    out.writeStringField("threat", form.threat());
    out.writeStringField("deviceUnderTest", form.device());
    out.writeStringField("procedure", form.procedure());
    out.writeStringField("expectedEvidence", form.expected());
    texts("evidence", form.evidence(), out);
    out.writeStringField("verdict", form.verdict());
    out.writeEndObject();
  }

  private static void texts(String name, List<String> texts, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
