package dev.assay.verify.disclose;

import dev.assay.verify.attest.Envelope;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.json.BadJson;
import dev.assay.verify.json.Json;
import dev.assay.verify.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Chosen lines of a signed bundle in one file:
 *
 * <pre>
 * {"format":"assay disclosure 1",
 *  "attestation":ENVELOPE,
 *  "lines":[{"file":NAME,"leaf":NUMBER,"line":TEXT,"salt":HEX,"proof":[HEX,…]},…]}
 * </pre>
 *
 * @param attestation that of the whole bundle, as it was signed
 * @param lines in order of leaf
 */
public record Disclosure(Envelope attestation, List<DisclosedLine> lines) {
  /** Bytes in the file. */
  static final int MAX = 1 << 26;

  private static final String FORMAT = "assay disclosure 1";

  public Disclosure {
    lines = List.copyOf(lines);
  }

  /** The disclosure as a file. */
  public byte[] bytes() {
    Json file =
        Json.object(
            "format", FORMAT,
            "attestation", attestation.json(),
            "lines", lines.stream().map(DisclosedLine::json).toList());
    return (new String(file.bytes(), StandardCharsets.UTF_8) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What cannot be JSON was never a disclosure; what begins as JSON may be one that was cut. */
  private static Json json(byte[] bytes, String name) throws Damaged, Unreadable {
    try {
      return JsonReader.read(bytes);
    } catch (BadJson e) {
      if (bytes.length == 0 || bytes[0] != '{') {
        throw none(name);
      }
      throw new Damaged(name + " is not JSON: " + e.getMessage());
    }
  }

  private static Unreadable none(String name) {
    return new Unreadable(
        name + " is neither the folder of a bundle nor a disclosure nor a disagreement");
  }

  /**
   * Reads a disclosure.
   *
   * @throws Damaged if it is one, but not whole
   * @throws Unreadable if it is none
   */
  public static Disclosure read(Path path) throws Damaged, Unreadable {
    String name = String.valueOf(path.getFileName());
    byte[] bytes;
    try {
      bytes = SmallFile.read(path, MAX);
    } catch (IOException e) {
      throw new Unreadable(name + " cannot be read: " + e.getMessage());
    }
    if (!(json(bytes, name) instanceof Json.Obj file) || file.text("format").isEmpty()) {
      throw none(name);
    }
    if (!file.text("format").get().equals(FORMAT)) {
      throw new Damaged(name + ": format is `" + file.text("format").get() + "`, not " + FORMAT);
    }
    Envelope envelope = Envelope.of(file.at("attestation").orElse(file), name + ": attestation");
    List<DisclosedLine> lines = new ArrayList<>();
    for (Json line : file.items("lines")) {
      lines.add(DisclosedLine.read(line, name + ": line " + (lines.size() + 1)));
    }
    if (lines.isEmpty()) {
      throw new Damaged(name + " discloses no line");
    }
    return new Disclosure(envelope, lines);
  }
}
