package dev.assay.verify.disclose;

import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.InclusionProof;
import dev.assay.verify.bundle.Sha256;
import dev.assay.verify.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A line of a bundle with what proves that it is one.
 *
 * @param leaf its place among all lines, from 0
 * @param text the line without its newline
 * @param path see {@link InclusionProof}
 */
public record DisclosedLine(String file, long leaf, String text, byte[] salt, List<byte[]> path) {
  private static final int MAX_PATH = 64;

  public DisclosedLine {
    path = List.copyOf(path);
  }

  /** The root that the proof leads to; empty if it leads nowhere. */
  Optional<byte[]> root(long leaves) {
    Sha256 sha256 = new Sha256();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] salted = sha256.salted(salt, sha256.leaf(file, bytes, 0, bytes.length));
    return InclusionProof.root(leaf, leaves, salted, path);
  }

  Json json() {
    HexFormat hex = HexFormat.of();
    return Json.object(
        "file", file,
        "leaf", leaf,
        "line", text,
        "salt", hex.formatHex(salt),
        "proof", path.stream().map(hex::formatHex).toList());
  }

  /**
   * Reads a line.
   *
   * @param where for messages
   */
  static DisclosedLine read(Json json, String where) throws Damaged {
    if (!(json instanceof Json.Obj line)) {
      throw new Damaged(where + " is no object");
    }
    String file = text(line, "file", where);
    if (!file.equals(BundleFiles.SUMMARY) && !BundleFiles.LINES.contains(file)) {
      throw new Damaged(where + " is of no file of a bundle");
    }
    List<Json> proof = line.items("proof");
    if (proof.size() > MAX_PATH) {
      throw new Damaged(where + " has a proof of more than " + MAX_PATH + " hashes");
    }
    List<byte[]> path = new ArrayList<>();
    for (Json hash : proof) {
      path.add(hash(hash instanceof Json.Text hex ? hex.value() : "", where));
    }
    return new DisclosedLine(
        file,
        line.number("leaf").orElseThrow(() -> new Damaged(where + " has no number `leaf`")),
        text(line, "line", where),
        hash(text(line, "salt", where), where),
        path);
  }

  private static String text(Json.Obj line, String key, String where) throws Damaged {
    return line.text(key).orElseThrow(() -> new Damaged(where + " has no text `" + key + "`"));
  }

  private static byte[] hash(String hex, String where) throws Damaged {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new Damaged(where + " has a salt or hash that is not 64 hex digits");
    }
    return HexFormat.of().parseHex(hex);
  }
}
