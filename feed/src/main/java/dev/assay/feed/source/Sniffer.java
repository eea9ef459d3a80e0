package dev.assay.feed.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.feed.SourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Tells the kind of a file from the first names in it. */
final class Sniffer {
  private static final int WINDOW = 1 << 16;

  /** Names at the top of a JSON file that only one kind has. */
  private static final Map<String, SourceKind> TOP =
      Map.of(
          "resultsPerPage", SourceKind.NVD,
          "catalogVersion", SourceKind.KEV,
          "distroversion", SourceKind.ALPINE,
          "apkurl", SourceKind.ALPINE,
          "schema_version", SourceKind.OSV,
          "affected", SourceKind.OSV,
          "modified", SourceKind.OSV,
          "product_tree", SourceKind.CSAF,
          "document", SourceKind.CSAF);

  private Sniffer() {}

  /** The kind, if it is a known one; the stream stands at its start again. */
  static Optional<SourceKind> kind(InputStream in) throws IOException {
    in.mark(WINDOW);
    byte[] start = in.readNBytes(WINDOW - 1);
    in.reset();
    String text = new String(start, 0, Math.min(start.length, 64), StandardCharsets.ISO_8859_1);
    if (text.startsWith("#model_version") || text.startsWith("cve,epss")) {
      return Optional.of(SourceKind.EPSS);
    }
    return json(start);
  }

  private static Optional<SourceKind> json(byte[] start) {
    try (JsonParser parser = new JsonFactory().createParser(start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        SourceKind kind = TOP.get(parser.currentName());
        if (kind != null) {
          return Optional.of(kind);
        }
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && tracked(parser)) {
          return Optional.of(SourceKind.DEBIAN);
        }
        if (value == JsonToken.START_ARRAY) {
          parser.skipChildren();
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      // The window ends in the middle of the file, or it is not JSON.
      return Optional.empty();
    }
  }

  /** Whether the object that was entered has a flaw's id as its first name; it is read over. */
  private static boolean tracked(JsonParser parser) throws IOException {
    int depth = 1;
    boolean first = true;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new IOException("end");
      }
      if (first
          && token == JsonToken.FIELD_NAME
          && parser.currentName().matches("(?:CVE|TEMP)-.*")) {
        return true;
      }
      first = false;
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    return false;
  }
}
