package dev.assay.formats.cfb;

import dev.assay.formats.Block;
import java.nio.charset.StandardCharsets;

/** Names of storages and streams, as one component of a path. */
final class StreamNames {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";
  private static final char PAIRS = 0x3800;
  private static final char SINGLES = 0x4800;
  private static final char TABLE = 0x4840;

  private StreamNames() {}

  static String of(Block entry) {
    int size = Math.clamp(entry.u16le(64) - 2, 0, 62) & ~1;
    String stored = new String(entry.bytes(0, size), StandardCharsets.UTF_16LE);
    StringBuilder name = new StringBuilder();
    for (char letter : stored.toCharArray()) {
      if (letter >= PAIRS && letter < SINGLES) {
        name.append(LETTERS.charAt(letter - PAIRS & 0x3F));
        name.append(LETTERS.charAt(letter - PAIRS >> 6));
      } else if (letter >= SINGLES && letter < TABLE) {
        name.append(LETTERS.charAt(letter - SINGLES));
      } else if (letter == TABLE) {
        name.append('!');
      } else if (letter < ' ') {
        name.append('[').append((int) letter).append(']');
      } else {
        name.append(letter == '/' ? '_' : letter);
      }
    }
    return name.toString();
  }
}
