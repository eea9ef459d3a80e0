package dev.assay.formats.hexfile;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Window;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The lines of a text, one after the other. Not for several threads. */
final class HexLines {
  /** The longest record has 255 bytes and what is around them. */
  private static final int LONGEST = 1024;

  private final Window window;
  private long next;
  private long start;

  HexLines(Bytes content) {
    this.window = new Window(content);
  }

  /** Offset of the line that was read last. */
  long start() {
    return start;
  }

  /** Whether the next line starts with a character. */
  boolean isNext(char mark) {
    skipSpace();
    return next < window.size() && window.u8(next) == mark;
  }

  private void skipSpace() {
    while (next < window.size() && isSpace(window.u8(next))) {
      next++;
    }
  }

  /** The next line without its end; empty at the end of the text or where a line is too long. */
  Optional<String> next() {
    skipSpace();
    start = next;
    long at = next;
    while (at < window.size() && at - start <= LONGEST && !isSpace(window.u8(at))) {
      at++;
    }
    next = at;
    int length = (int) (at - start);
    return length == 0 || length > LONGEST
        ? Optional.empty()
        : Optional.of(window.block(start, length).latin1(0, length));
  }

  private static boolean isSpace(int value) {
    return value == '\r' || value == '\n' || value == ' ' || value == 0x1A;
  }

  /** The bytes that a line's digits mean, from {@code from} on; empty where there are others. */
  static Optional<Block> bytes(String line, int from) {
    if ((line.length() - from) % 2 != 0 || !isHex(line, from)) {
      return Optional.empty();
    }
    byte[] bytes = HexFormat.of().parseHex(line, from, line.length());
    return Optional.of(Bytes.of(bytes).block(0, bytes.length));
  }

  private static boolean isHex(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (!HexFormat.isHexDigit(line.charAt(i))) {
        return false;
      }
    }
    return line.length() > from;
  }

  static int sum(Block block) {
    int sum = 0;
    for (byte value : Arrays.copyOfRange(block.array(), 0, block.size())) {
      sum += value;
    }
    return sum & 0xFF;
  }
}
