package dev.assay.compare.change.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a text is encoded.
 *
 * @param name as IANA has it, with the byte order mark; of what is no UTF-8 it cannot be known
 */
record TextEncoding(String name, Charset charset) {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static TextEncoding of(byte[] text) {
    if (isAscii(text)) {
      return new TextEncoding("us-ascii", StandardCharsets.US_ASCII);
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      boolean marked = Arrays.mismatch(text, MARK) == MARK.length || Arrays.equals(text, MARK);
      return new TextEncoding(
          marked ? "utf-8 with byte order mark" : "utf-8", StandardCharsets.UTF_8);
    } catch (CharacterCodingException other) {
      return new TextEncoding("8-bit, not utf-8", StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean isAscii(byte[] text) {
    for (byte each : text) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }
}
