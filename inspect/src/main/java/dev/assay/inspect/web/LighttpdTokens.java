package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Set;

/** Tokens of a lighttpd configuration file, with the line each begins at. */
final class LighttpdTokens {
  private static final Set<String> PAIRS =
      Set.of("=>", "==", "!=", "=~", "!~", "=^", "=$", "+=", ":=");
  private static final Token END = new Token("", Type.END);

  private final SourceFile file;
  private final List<SourceFile.Line> lines;
  private int row;
  private int column;
  private SourceFile.Line begun = new SourceFile.Line(1, "");
  private Token ahead;

  LighttpdTokens(SourceFile file) {
    this.file = file;
    this.lines = file.lines();
    this.ahead = read();
  }

  enum Type {
    NAME,
    TEXT,
    MARK,
    END
  }

  record Token(String text, Type type) {
    boolean is(String mark) {
      return type == Type.MARK && text.equals(mark);
    }

    boolean isName(String name) {
      return type == Type.NAME && text.equals(name);
    }
  }

  SourceFile file() {
    return file;
  }

  /** Line at which the token that {@link #peek} shows begins. */
  SourceFile.Line line() {
    return begun;
  }

  Token peek() {
    return ahead;
  }

  Token next() {
    Token token = ahead;
    ahead = read();
    return token;
  }

  private Token read() {
    while (row < lines.size()) {
      String text = lines.get(row).text();
      while (column < text.length() && Character.isWhitespace(text.charAt(column))) {
        column++;
      }
      if (column < text.length() && text.charAt(column) != '#') {
        begun = lines.get(row);
        return token(text);
      }
      row++;
      column = 0;
    }
    return END;
  }

  private Token token(String text) {
    char c = text.charAt(column);
    if (c == '"') {
      return new Token(quoted(), Type.TEXT);
    }
    int end = column;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    if (end > column) {
      String word = text.substring(column, end);
      column = end;
      return new Token(word, Type.NAME);
    }
    String pair = text.substring(column, Math.min(text.length(), column + 2));
    String mark = PAIRS.contains(pair) ? pair : String.valueOf(c);
    column += mark.length();
    return new Token(mark, Type.MARK);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
  }

  /** A text may go on over lines; {@code \"} stands for a quote. */
  private String quoted() {
    StringBuilder word = new StringBuilder();
    column++;
    while (row < lines.size()) {
      String text = lines.get(row).text();
      while (column < text.length()) {
        char c = text.charAt(column++);
        if (c == '"') {
          return word.toString();
        }
        boolean escape = c == '\\' && column < text.length() && text.charAt(column) == '"';
        word.append(escape ? text.charAt(column++) : c);
      }
      row++;
      column = 0;
      word.append('\n');
    }
    return word.toString();
  }
}
