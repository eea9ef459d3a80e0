package dev.assay.verify.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The tokens of JSON in a stretch of bytes. */
final class Scanner {
  private static final int END = -1;

  private final byte[] bytes;
  private final int from;
  private final int to;
  private int at;

  Scanner(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.at = from;
  }

  BadJson wrong(String what) {
    return new BadJson(what, at - from);
  }

  /** The next byte that is no white space, not yet taken. */
  int peek() {
    while (at < to && isSpace(bytes[at])) {
      at++;
    }
    return at < to ? bytes[at] : END;
  }

  boolean taken(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  void take(char wanted) throws BadJson {
    if (!taken(wanted)) {
      throw wrong("no `" + wanted + "`");
    }
  }

  void end() throws BadJson {
    if (peek() != END) {
      throw wrong("more than one value");
    }
  }

  /** A number, {@code true}, {@code false} or {@code null}. */
  String word() throws BadJson {
    peek();
    int start = at;
    while (at < to && isOfWord(bytes[at])) {
      at++;
    }
    String word = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    if (!Words.isValid(word)) {
      at = start;
      throw wrong("no value");
    }
    return word;
  }

  /** Passes over a string; says whether its bytes are those of its text, being without escapes. */
  boolean skipString() throws BadJson {
    boolean plain = true;
    take('"');
    while (at < to && bytes[at] != '"') {
      if (bytes[at] == '\\') {
        plain = false;
        escape();
      } else if (bytes[at] >= 0 && bytes[at] < 0x20) {
        throw wrong("control character in a string");
      } else {
        at++;
      }
    }
    take('"');
    return plain;
  }

  /** Passes over a string; says which of the names it is, -1 for none. */
  int oneOf(Names names) throws BadJson {
    peek();
    int start = at;
    if (skipString()) {
      return names.find(bytes, start + 1, at - 1);
    }
    at = start;
    return names.find(string());
  }

  String string() throws BadJson {
    peek();
    int start = at + 1;
    int highest = 0;
    int escapes = 0;
    take('"');
    while (at < to && bytes[at] != '"') {
      int b = bytes[at];
      if (b == '\\') {
        escapes++;
        escape();
        continue;
      }
      if (b >= 0 && b < 0x20) {
        throw wrong("control character in a string");
      }
      highest |= b;
      at++;
    }
    int end = at;
    take('"');
    String raw = highest < 0 ? utf8(start, end) : latin(start, end);
    return escapes == 0 ? raw : unescaped(raw);
  }

  private String latin(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private String utf8(int start, int end) throws BadJson {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw wrong("text that is not UTF-8");
    }
  }

  /** Passes over one escape, which must be of the grammar. */
  private void escape() throws BadJson {
    int kind = at + 1 < to ? bytes[at + 1] : END;
    if (kind == 'u') {
      for (int i = at + 2; i < at + 6; i++) {
        if (i >= to || Character.digit(bytes[i], 16) < 0) {
          throw wrong("wrong escape");
        }
      }
      at += 6;
    } else if (kind != END && "\"\\/bfnrt".indexOf(kind) >= 0) {
      at += 2;
    } else {
      throw wrong("wrong escape");
    }
  }

  private static String unescaped(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = raw.charAt(++i);
      if (kind == 'u') {
        text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
        i += 4;
      } else {
        int simple = "bfnrt".indexOf(kind);
        text.append(simple < 0 ? kind : "\b\f\n\r\t".charAt(simple));
      }
    }
    return text.toString();
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static boolean isOfWord(int b) {
    return b >= '0' && b <= '9'
        || b >= 'a' && b <= 'z'
        || b == '-'
        || b == '+'
        || b == '.'
        || b == 'E';
  }
}
