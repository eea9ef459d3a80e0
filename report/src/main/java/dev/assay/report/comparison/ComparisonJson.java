package dev.assay.report.comparison;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.compare.Aspect;
import dev.assay.compare.Comparison;
import dev.assay.compare.Equivalence;
import dev.assay.compare.Finding;
import dev.assay.compare.Side;
import dev.assay.report.ReadableJson;
import java.io.IOException;
import java.io.OutputStream;

/** All of a comparison, for programs. */
public final class ComparisonJson {
  private ComparisonJson() {}

  public static void write(Comparison comparison, OutputStream to) throws IOException {
    try (JsonGenerator out = ReadableJson.to(to)) {
      out.writeStartObject();
      write("before", comparison.before(), out);
      write("after", comparison.after(), out);
      out.writeStringField("verdict", comparison.verdict().name());
      out.writeArrayFieldStart("exceptions");
      for (Equivalence each : comparison.exceptions()) {
        out.writeString(each.word());
      }
      out.writeEndArray();
      out.writeNumberField("identical", comparison.identical());
      out.writeArrayFieldStart("findings");
      for (Finding finding : comparison.findings()) {
        write(finding, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  private static void write(String name, Side side, JsonGenerator out) throws IOException {
    out.writeStringField(name, side.name());
    if (!side.sha256().isEmpty()) {
      out.writeStringField(name + "Sha256", side.sha256());
    }
  }

  private static void write(Finding finding, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("path", finding.path());
    if (!finding.before().isEmpty()) {
      out.writeStringField("pathBefore", finding.before());
    }
    out.writeStringField("outcome", finding.outcome().word());
    if (!finding.reason().isEmpty()) {
      out.writeStringField("reason", finding.reason());
    }
    out.writeArrayFieldStart("aspects");
    for (Aspect aspect : finding.aspects()) {
      out.writeStartObject();
      out.writeStringField("what", aspect.what());
      out.writeStringField("before", aspect.before());
      out.writeStringField("after", aspect.after());
      if (aspect.equivalence().isPresent()) {
        out.writeStringField("equivalence", aspect.equivalence().get().word());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
