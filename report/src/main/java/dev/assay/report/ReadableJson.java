package dev.assay.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** JSON for programs that people may look into as well: indented. */
public final class ReadableJson {
  private ReadableJson() {}

  /** What writes one value. */
  public interface Value {
    void write(JsonGenerator out) throws IOException;
  }

  /** A generator whose end leaves the stream open. */
  public static JsonGenerator to(OutputStream out) throws IOException {
    return new JsonFactory()
        .createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .useDefaultPrettyPrinter();
  }

  /** Writes one value in UTF-8, and a line feed behind it. */
  public static void print(OutputStream out, Value value) throws IOException {
    try (JsonGenerator generator = to(out)) {
      value.write(generator);
    }
    out.write('\n');
    out.flush();
  }
}
