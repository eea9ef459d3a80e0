package dev.assay.compare.change.keys;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * ASCII armour of OpenPGP (RFC 9580 §6.2).
 *
 * @param headers one a line; a carriage return alone ends none
 * @param lines Base64, with the checksum
 */
public record Armour(String headers, String lines) {
  static final String BEGIN = "-----BEGIN PGP ";

  private static final int MAX = 16 << 20;
  private static final int MOST = 100;
  private static final Pattern BLOCK =
      Pattern.compile(
          BEGIN
              + "(?!SIGNED)[A-Z ]+-----[ \\t]*\\r?\\n((?:[A-Za-z]+: [^\\n]*\\n){0,50})[ \\t]*\\r?\\n([A-Za-z0-9+/=\\s]+)-----END");

  /** Those of a text, in their order. */
  static List<Armour> in(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .limit(MOST)
        .map(block -> new Armour(block.group(1), block.group(2)))
        .toList();
  }

  /**
   * The packets of all that stand in a text.
   *
   * @throws Malformed where one is damaged
   */
  public static ValueSet values(Bytes text) {
    Numbered values = new Numbered();
    in(text.text(MAX)).forEach(armour -> armour.add(values));
    return values.toValueSet();
  }

  /**
   * @throws Malformed where it is damaged
   */
  void add(Numbered values) {
    for (String header : headers.isEmpty() ? new String[0] : headers.split("\n")) {
      int colon = header.indexOf(':');
      values.add(
          "armour header " + header.substring(0, colon), header.substring(colon + 2).strip());
    }
    OpenPgpValues.packets(decoded(), values);
  }

  /** The sum behind the packets begins with an equals sign on a line of its own. */
  private Bytes decoded() {
    try {
      return Bytes.of(
          Base64.getMimeDecoder().decode(lines.replaceFirst("\\n=[A-Za-z0-9+/]{4}\\s*$", "")));
    } catch (IllegalArgumentException e) {
      throw new Malformed("pgp.armour", 0, "the armour is no Base64");
    }
  }
}
