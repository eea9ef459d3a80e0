package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Optional;

/** The words of an nginx configuration file, with the line each begins at. */
final class NginxWords {
  private static final SourceFile.Line NOWHERE = new SourceFile.Line(1, "");

  private final SourceFile file;
  private final List<SourceFile.Line> lines;
  private int row;
  private int column;
  private SourceFile.Line begun = NOWHERE;

  NginxWords(SourceFile file) {
    this.file = file;
    this.lines = file.lines();
  }

  /** A word, or one of the marks {@code ;}, <code>{</code>, <code>}</code>. */
  record Word(String text, boolean mark) {
    boolean is(char wanted) {
      return mark && text.charAt(0) == wanted;
    }
  }

  SourceFile file() {
    return file;
  }

  /** Line at which the last word began. */
  SourceFile.Line line() {
    return begun;
  }

  Optional<Word> next() {
    if (!skipBlanks()) {
      return Optional.empty();
    }
    begun = lines.get(row);
    char c = begun.text().charAt(column);
    if (c == ';' || c == '{' || c == '}') {
      column++;
      return Optional.of(new Word(String.valueOf(c), true));
    }
    return Optional.of(new Word(c == '"' || c == '\'' ? quoted(c) : bare(), false));
  }

  /** Passes over text in another language up to the brace that closes the block. */
  void skipBlock() {
    int open = 1;
    while (row < lines.size() && open > 0) {
      String text = lines.get(row).text();
      while (column < text.length() && open > 0) {
        char c = text.charAt(column++);
        open += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      if (open > 0) {
        row++;
        column = 0;
      }
    }
  }

  private boolean skipBlanks() {
    while (row < lines.size()) {
      String text = lines.get(row).text();
      while (column < text.length() && Character.isWhitespace(text.charAt(column))) {
        column++;
      }
      if (column < text.length() && text.charAt(column) != '#') {
        return true;
      }
      row++;
      column = 0;
    }
    return false;
  }

  private String quoted(char quote) {
    StringBuilder word = new StringBuilder();
    column++;
    while (row < lines.size()) {
      String text = lines.get(row).text();
      while (column < text.length()) {
        char c = text.charAt(column++);
        if (c == quote) {
          return word.toString();
        }
        if (c == '\\' && column < text.length()) {
          c = text.charAt(column++);
        }
        word.append(c);
      }
      row++;
      column = 0;
      word.append('\n');
    }
    return word.toString();
  }

  private String bare() {
    String text = lines.get(row).text();
    StringBuilder word = new StringBuilder();
    while (column < text.length()) {
      char c = text.charAt(column);
      boolean variable = c == '{' && column > 0 && text.charAt(column - 1) == '$';
      if (Character.isWhitespace(c) || c == ';' || c == '{' && !variable) {
        break;
      }
      if (variable) {
        int end = text.indexOf('}', column);
        int stop = end < 0 ? text.length() : end + 1;
        word.append(text, column, stop);
        column = stop;
        continue;
      }
      if (c == '\\' && column + 1 < text.length()) {
        word.append(c);
        column++;
        c = text.charAt(column);
      }
      word.append(c);
      column++;
    }
    return word.toString();
  }
}
