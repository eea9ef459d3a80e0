package dev.assay.catalogue.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.catalogue.control.Control;
import dev.assay.catalogue.control.ControlFile;
import dev.assay.catalogue.source.Definition;
import dev.assay.model.TestCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The digest of a test case. */
public final class CaseDigest {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CaseDigest() {}

  /** Hex SHA-256 of the case's canonical definition. */
  public static String of(Definition definition) {
    return sha256(canonical(definition));
  }

  static byte[] canonical(Definition definition) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      TestCase meta = definition.meta();
      json.writeStartObject();
      json.writeStringField("id", meta.id());
      json.writeNumberField("revision", meta.revision());
      json.writeStringField("component", meta.component());
      json.writeStringField("applies", meta.applies());
      json.writeStringField("expect", meta.expect());
      json.writeStringField("severity", meta.severity().word());
      json.writeStringField("weakness", meta.weakness());
      json.writeNumberField("depth", meta.depth());
      json.writeFieldName("requirements");
      value(json, meta.requirements());
      json.writeObjectFieldStart("controls");
      controls(json, "fails", definition.fails());
      controls(json, "passes", definition.passes());
      controls(json, "inconclusive", definition.inconclusive());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void controls(JsonGenerator json, String which, List<Control> controls)
      throws IOException {
    json.writeArrayFieldStart(which);
    for (Control control : controls) {
      json.writeStartArray();
      for (ControlFile file : control.files()) {
        file(json, file);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void file(JsonGenerator json, ControlFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeNumberField("mode", file.mode());
    json.writeNumberField("uid", file.owner().uid());
    json.writeNumberField("gid", file.owner().gid());
    json.writeFieldName("xattrs");
    value(json, file.xattrs());
    json.writeFieldName("is");
    value(json, content(file.content()));
    json.writeEndObject();
  }

  private static Map<String, Object> content(ControlFile.Content content) {
    return switch (content) {
      case ControlFile.Literal(byte[] bytes) -> Map.of("sha256", sha256(bytes));
      case ControlFile.Forged(String forge, Map<String, Object> parameters) ->
          Map.of("forge", forge, "parameters", parameters);
      case ControlFile.Link(String target) -> Map.of("link", target);
      case ControlFile.Directory() -> Map.of("directory", true);
      case ControlFile.Device(char type, int major, int minor) ->
          Map.of("device", String.valueOf(type), "major", major, "minor", minor);
    };
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean bool -> json.writeBoolean(bool);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case byte[] bytes -> json.writeString(HexFormat.of().formatHex(bytes));
      case Iterable<?> list -> {
        json.writeStartArray();
        for (Object each : list) {
          value(json, each);
        }
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
        json.writeStartObject();
        for (Map.Entry<String, @Nullable Object> each : sorted.entrySet()) {
          json.writeFieldName(each.getKey());
          value(json, each.getValue());
        }
        json.writeEndObject();
      }
      default -> json.writeString(value.toString());
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
