package dev.assay.cli.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.map.Meaning;
import dev.assay.inspect.map.Region;
import dev.assay.inspect.opaque.OpaqueFacts;
import dev.assay.model.Artifact;
import dev.assay.model.Problem;
import dev.assay.report.ReadableJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes tree and map for programs. Offsets and lengths are bytes. */
public final class JsonView {
  private final JsonGenerator out;

  private JsonView(JsonGenerator out) {
    this.out = out;
  }

  /**
   * @param maps byte maps of the images by name, those that are wanted
   */
  public static void writeMaps(Map<String, List<Region>> maps, OutputStream to) throws IOException {
    try (JsonGenerator generator = ReadableJson.to(to)) {
      generator.writeStartObject();
      new JsonView(generator).maps(maps);
      generator.writeEndObject();
    }
  }

  public static void writeTree(Inspection inspection, OutputStream to) throws IOException {
    try (JsonGenerator generator = ReadableJson.to(to)) {
      generator.writeStartObject();
      new JsonView(generator).tree(inspection);
      generator.writeEndObject();
    }
  }

  public static void write(Inspection inspection, Map<String, List<Region>> maps, OutputStream to)
      throws IOException {
    try (JsonGenerator generator = ReadableJson.to(to)) {
      generator.writeStartObject();
      JsonView view = new JsonView(generator);
      view.maps(maps);
      view.tree(inspection);
      generator.writeEndObject();
    }
  }

  private void maps(Map<String, List<Region>> maps) throws IOException {
    out.writeArrayFieldStart("images");
    for (Map.Entry<String, List<Region>> map : maps.entrySet()) {
      out.writeStartObject();
      out.writeStringField("image", map.getKey());
      regions("map", map.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void regions(String field, List<Region> regions) throws IOException {
    out.writeArrayFieldStart(field);
    for (Region region : regions) {
      out.writeStartObject();
      out.writeNumberField("offset", region.start());
      out.writeNumberField("length", region.length());
      out.writeStringField("name", region.name());
      meaning(region.meaning());
      if (!region.parts().isEmpty()) {
        regions("parts", region.parts());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void meaning(Meaning meaning) throws IOException {
    out.writeStringField("is", meaning.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    switch (meaning) {
      case Meaning.Structure structure -> out.writeStringField("type", structure.type());
      case Meaning.Frame frame -> out.writeStringField("type", frame.type());
      case Meaning.Padding padding -> out.writeNumberField("value", padding.value());
      case Meaning.Unknown unknown -> {
        out.writeNumberField("entropy", unknown.entropy());
        out.writeStringField("look", unknown.look());
      }
      case Meaning.Part part -> {}
      case Meaning.Text text -> {}
    }
  }

  private void tree(Inspection inspection) throws IOException {
    Map<String, OpaqueFacts> opaque = Opaque.byPath(inspection);
    out.writeArrayFieldStart("artifacts");
    for (Artifact artifact : inspection.artifacts()) {
      out.writeStartObject();
      out.writeStringField("path", artifact.path());
      out.writeStringField("type", artifact.type());
      out.writeNumberField("size", artifact.size());
      out.writeStringField("sha256", artifact.sha256());
      out.writeStringField("mode", String.format(Locale.ROOT, "%04o", artifact.mode()));
      out.writeStringField("link", artifact.link());
      problems(artifact);
      OpaqueFacts facts = opaque.get(artifact.path());
      if (facts != null) {
        out.writeObjectFieldStart("notExamined");
        out.writeStringField("reason", facts.reason());
        out.writeStringField("look", facts.look());
        out.writeNumberField("entropy", facts.entropy());
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void problems(Artifact artifact) throws IOException {
    out.writeArrayFieldStart("problems");
    for (Problem problem : artifact.problems()) {
      out.writeStartObject();
      out.writeStringField("code", problem.code());
      out.writeNumberField("offset", problem.offset());
      out.writeStringField("message", problem.message());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
