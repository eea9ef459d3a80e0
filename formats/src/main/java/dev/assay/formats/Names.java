package dev.assay.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Names in products are bytes. They become text without loss, so that two different names never
 * look the same.
 */
public final class Names {
  private Names() {}

  /**
   * UTF-8 text; where {@code raw} is not valid UTF-8, each byte beyond ASCII is written {@code
   * \xNN}.
   */
  public static String decode(byte[] raw) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(raw))
          .toString();
    } catch (CharacterCodingException e) {
      StringBuilder escaped = new StringBuilder(raw.length + 16);
      for (byte b : raw) {
        if (b >= 0) {
          escaped.append((char) b);
        } else {
          escaped.append("\\x").append(String.format(Locale.ROOT, "%02x", b & 0xFF));
        }
      }
      return escaped.toString();
    }
  }
}
