package dev.assay.verify.bundle;

import dev.assay.verify.json.BadJson;
import dev.assay.verify.json.Json;
import dev.assay.verify.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code evaluation.json}.
 *
 * @param line the object without its root, as one line: what leaf 0 covers
 * @param root hex root that it claims
 * @param content the object
 */
public record SummaryFile(byte[] line, String root, Json.Obj content) {
  /** Bytes. */
  static final int MAX = 1 << 26;

  private static final String ROOT_KEY = ",\"root\":\"";
  private static final String END = "\"}\n";

  static SummaryFile read(Path bundle) throws Damaged, Unreadable {
    // One character a byte, so that nothing is lost on the way back.
    String text = new String(bytes(bundle), StandardCharsets.ISO_8859_1);
    int root = text.lastIndexOf(ROOT_KEY);
    int end = root < 0 ? -1 : text.indexOf('"', root + ROOT_KEY.length());
    if (end < 0 || !text.substring(end).equals(END)) {
      throw new Damaged(BundleFiles.SUMMARY + " does not end with its root");
    }
    byte[] line = (text.substring(0, root) + "}").getBytes(StandardCharsets.ISO_8859_1);
    try {
      if (JsonReader.read(line) instanceof Json.Obj content) {
        return new SummaryFile(line, text.substring(root + ROOT_KEY.length(), end), content);
      }
      throw new Damaged(BundleFiles.SUMMARY + " is not a JSON object");
    } catch (BadJson e) {
      throw new Damaged(BundleFiles.SUMMARY + " is not JSON: " + e.getMessage());
    }
  }

  private static byte[] bytes(Path bundle) throws Damaged, Unreadable {
    if (!Files.isDirectory(bundle)) {
      throw new Unreadable(bundle + " is not a directory; give the folder of a bundle");
    }
    try (InputStream in = Files.newInputStream(bundle.resolve(BundleFiles.SUMMARY))) {
      byte[] bytes = in.readNBytes(MAX + 1);
      if (bytes.length > MAX) {
        throw new Damaged(BundleFiles.SUMMARY + " is longer than " + MAX + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new Unreadable(
          bundle + " has no readable " + BundleFiles.SUMMARY + "; give the folder of a bundle");
    }
  }

  /** A count that the summary states; -1 if it states none. */
  long count(String... path) {
    return content
        .at(path)
        .filter(json -> json instanceof Json.Num number && number.literal().matches("[0-9]{1,18}"))
        .map(json -> Long.parseLong(((Json.Num) json).literal()))
        .orElse(-1L);
  }
}
