package dev.assay.verify.attest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The textual form of keys (RFC 7468): text that is for people, then one block of base64.
 *
 * @param before the text before the block
 * @param der what the block holds
 */
public record Pem(String before, byte[] der) {
  /** Bytes in a file of one key. */
  public static final int MAX = 1 << 16;

  /** Reads the only block of a file, which must have the label; empty if it is not so. */
  public static Optional<Pem> read(byte[] file, String label) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    Matcher block =
        Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----")
            .matcher(text);
    if (!block.find() || !block.group(1).equals(label)) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
      Pem pem = new Pem(text.substring(0, block.start()), der);
      return block.find() ? Optional.empty() : Optional.of(pem);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A block with lines of 64 characters. */
  public static String write(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }
}
