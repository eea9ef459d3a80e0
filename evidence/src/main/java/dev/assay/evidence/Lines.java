package dev.assay.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Renders values as lines of JSON, one generator for many. */
final class Lines {
  static final JsonFactory FACTORY = new JsonFactory();

  private Lines() {}

  /** Writes one value. */
  interface Writer<T> {
    void write(JsonGenerator json, T value) throws IOException;
  }

  static <T> List<byte[]> of(List<T> values, Writer<T> writer) {
    return Chunks.map(values, chunk -> chunk(chunk, writer));
  }

  private static <T> List<byte[]> chunk(List<T> values, Writer<T> writer) {
    List<byte[]> lines = new ArrayList<>(values.size());
    ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = FACTORY.createGenerator(buffer)) {
      json.setRootValueSeparator(null);
      for (T value : values) {
        writer.write(json, value);
        json.flush();
        lines.add(buffer.toByteArray());
        buffer.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
