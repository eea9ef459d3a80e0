package dev.assay.report.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.evidence.Bundle;
import dev.assay.model.Evaluation;
import dev.assay.report.ReadableJson;
import dev.assay.report.privacy.AppPrivacy.DataType;
import dev.assay.report.privacy.AppPrivacy.Declared;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** For programs: each app's personal data, what is seen beside what is declared. */
public final class PrivacyJson implements Bundle.View {
  @Override
  public String fileName() {
    return "privacy.json";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream to) throws IOException {
    try (JsonGenerator out = ReadableJson.to(to)) {
      out.writeStartObject();
      out.writeStringField("product", evaluation.product().name());
      out.writeStringField("evidenceRoot", root);
      out.writeArrayFieldStart("apps");
      for (AppPrivacy app : AppPrivacy.of(evaluation)) {
        write(app, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static void write(AppPrivacy app, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("app", app.app());
    out.writeStringField("artifact", app.artifact());
    out.writeBooleanField("declarationGiven", app.given());
    out.writeStringField("notGiven", app.notGiven());
    out.writeStringField("hiddenCode", app.hidden());
    out.writeBooleanField("network", app.network());
    out.writeArrayFieldStart("data");
    for (DataType type : app.data()) {
      write(type, out);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("libraries");
    for (AppPrivacy.Library library : app.libraries()) {
      out.writeStartObject();
      out.writeStringField("id", library.id());
      out.writeStringField("name", library.name());
      out.writeStringField("owner", library.owner());
      out.writeStringField("kind", library.kind());
      declared(app, library.declared(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("hosts");
    for (AppPrivacy.Host host : app.hosts()) {
      out.writeStartObject();
      out.writeStringField("host", host.name());
      out.writeBooleanField("cleartext", host.cleartext());
      declared(app, host.declared(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("permissions");
    for (AppPrivacy.Permission permission : app.permissions()) {
      out.writeStartObject();
      out.writeStringField("name", permission.name());
      out.writeStringField("purpose", permission.purpose());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringField("policy", app.policy());
    out.writeStringField("deletion", app.deletion());
    out.writeStringField("contact", app.contact());
    out.writeEndObject();
  }

  /** Null where there is no declaration to tell. */
  private static void declared(AppPrivacy app, boolean declared, JsonGenerator out)
      throws IOException {
    if (app.given()) {
      out.writeBooleanField("declared", declared);
    } else {
      out.writeNullField("declared");
    }
  }

  private static void write(DataType type, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", type.type());
    out.writeStringField("state", type.state().name().toLowerCase(Locale.ROOT));
    out.writeNumberField("uses", type.uses());
    texts("from", type.from(), out);
    if (type.declared().isPresent()) {
      Declared said = type.declared().get();
      out.writeObjectFieldStart("declared");
      out.writeBooleanField("collected", said.collected());
      out.writeBooleanField("shared", said.shared());
      out.writeBooleanField("encrypted", said.encrypted());
      out.writeBooleanField("optional", said.optional());
      texts("purposes", said.purposes(), out);
      out.writeStringField("retention", said.retention());
      out.writeEndObject();
    } else {
      out.writeNullField("declared");
    }
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
