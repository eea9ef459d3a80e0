package dev.assay.feed.vex;

import dev.assay.feed.source.Json;
import dev.assay.feed.source.JsonStream;
import dev.assay.feed.source.Records;
import dev.assay.feed.source.Texts;
import dev.assay.feed.source.Unexpected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Reads a VEX document of any of the formats. */
public final class VexFile {
  private static final long LARGEST = 64L << 20;

  private VexFile() {}

  /**
   * @throws IOException if it cannot be read or is no VEX document as a whole, saying what was
   *     expected and where
   */
  public static VexDocument read(Path path) throws IOException {
    long size = Files.size(path);
    if (size > LARGEST) {
      throw new IOException("expected at most " + LARGEST + " bytes, found " + size);
    }
    String name = String.valueOf(path.getFileName());
    Json.Fields document = document(path);
    try {
      return read(name, document);
    } catch (Unexpected e) {
      throw new IOException(e.reason());
    }
  }

  private static VexDocument read(String name, Json.Fields document) throws IOException {
    if (document.get("@context") instanceof Json.Text(String context)
        && context.startsWith("https://openvex.dev/ns")) {
      return OpenVexReader.read(name, document);
    }
    if (document.get("bomFormat") instanceof Json.Text(String format)
        && format.equals("CycloneDX")) {
      return CycloneDxReader.read(name, document);
    }
    if (document.get("document") instanceof Json.Fields head && head.has("csaf_version")) {
      return CsafVexReader.read(name, document);
    }
    throw new IOException("expected OpenVEX, CycloneDX or CSAF, found other JSON");
  }

  private static Json.Fields document(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path);
        JsonStream json = new JsonStream(in, Set.of("acknowledgments"))) {
      try {
        json.next();
        Json.Fields document = Records.fields(json);
        json.end();
        return document;
      } catch (Unexpected e) {
        throw new IOException(json.place() + ": " + e.reason());
      } catch (IOException e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        throw new IOException(json.place() + ": expected JSON: " + Texts.shown(why));
      }
    }
  }
}
