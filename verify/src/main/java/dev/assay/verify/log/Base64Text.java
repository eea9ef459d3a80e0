package dev.assay.verify.log;

import dev.assay.verify.bundle.Damaged;
import java.util.Base64;

/** Base64 that can be written in one way only (RFC 4648 §4). */
final class Base64Text {
  private Base64Text() {}

  static byte[] decode(String text, String where) throws Damaged {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Damaged(where + ": `" + text + "` is not base64");
  }
}
