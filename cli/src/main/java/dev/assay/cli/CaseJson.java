package dev.assay.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.catalogue.Catalogue;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Measured;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import java.io.IOException;
import java.util.List;

/** Test cases for programs: what {@code assay catalogue show} tells, by the names of the model. */
final class CaseJson {
  private CaseJson() {}

  /** A test case with what it is known by and how often it was right. */
  static void write(TestCase test, Catalogue catalogue, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", test.id());
    out.writeNumberField("revision", test.revision());
    out.writeStringField("family", test.family());
    out.writeStringField("title", test.title());
    out.writeStringField("component", test.component());
    out.writeStringField("severity", test.severity().word());
    out.writeStringField("weakness", test.weakness());
    out.writeStringField("applies", test.applies());
    out.writeStringField("expect", test.expect());
    out.writeStringField("because", test.because());
    out.writeStringField("mitigate", test.mitigate());
    strings("requirements", test.requirements(), out);
    out.writeNumberField("depth", test.depth());
    var identity = catalogue.identity(test.id());
    if (identity.isPresent()) {
      write(identity.get(), out);
    }
    out.writeEndObject();
  }

  /** A demand that no test case decides; it has no severity. */
  static void write(PlannedTest test, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", test.id());
    out.writeStringField("title", test.title());
    out.writeStringField("requirement", test.requirement());
    strings("needs", test.needs(), out);
    out.writeStringField("why", test.why());
    out.writeEndObject();
  }

  private static void write(CaseIdentity identity, JsonGenerator out) throws IOException {
    out.writeStringField("sha256", identity.digest());
    if (identity.measured().isPresent()) {
      Measured measured = identity.measured().get();
      out.writeObjectFieldStart("measured");
      out.writeStringField("on", measured.on());
      tried("flawed", measured.flawed(), out);
      tried("sound", measured.sound(), out);
      tried("clean", measured.clean(), out);
      tried("alterations", measured.alterations(), out);
      out.writeEndObject();
    }
  }

  private static void tried(String name, Measured.Tried tried, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("all", tried.all());
    out.writeNumberField("wrong", tried.wrong());
    out.writeEndObject();
  }

  private static void strings(String name, List<String> values, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
