package dev.assay.inspect.filter;

import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Words, braces and ends of statements of an nft(8) file. */
final class NftTokens {
  private static final int MAX_TOKENS = 200_000;

  /**
   * One token.
   *
   * @param text a word, {@code {}}, {@code }}, or {@code ;} for the end of a statement
   */
  record Token(String text, int line) {}

  private NftTokens() {}

  static List<Token> of(SourceFile file) {
    String text = file.text();
    List<Token> tokens = new ArrayList<>();
    int line = 1;
    int at = 0;
    while (at < text.length()) {
      if (tokens.size() >= MAX_TOKENS) {
        file.cut("more than " + MAX_TOKENS + " words");
        break;
      }
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
        line++;
        at += 2;
      } else if (c == '\n' || c == ';') {
        tokens.add(new Token(";", line));
        line += c == '\n' ? 1 : 0;
        at++;
      } else if (c == '{' || c == '}' || c == ',') {
        tokens.add(new Token(String.valueOf(c), line));
        at++;
      } else if (c == '"') {
        int end = text.indexOf('"', at + 1);
        int stop = end < 0 ? text.length() : end;
        tokens.add(new Token(text.substring(at + 1, stop), line));
        at = stop + 1;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        int start = at;
        while (at < text.length() && " \t\r\n;{},#\"".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        tokens.add(new Token(text.substring(start, at), line));
      }
    }
    return tokens;
  }
}
