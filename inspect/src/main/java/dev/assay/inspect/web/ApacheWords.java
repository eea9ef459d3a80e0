package dev.assay.inspect.web;

import java.util.ArrayList;
import java.util.List;

/** Words of a line of Apache's configuration: blanks part them, quotes keep them together. */
final class ApacheWords {
  static final int MOST = 1000;

  private ApacheWords() {}

  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (words.size() < MOST) {
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at >= line.length()) {
        return words;
      }
      char quote = line.charAt(at);
      boolean quoted = quote == '"' || quote == '\'';
      StringBuilder word = new StringBuilder();
      at += quoted ? 1 : 0;
      while (at < line.length()) {
        char c = line.charAt(at++);
        if (quoted ? c == quote : Character.isWhitespace(c)) {
          break;
        }
        boolean escaped = quoted && c == '\\' && at < line.length() && line.charAt(at) == quote;
        word.append(escaped ? line.charAt(at++) : c);
      }
      words.add(word.toString());
    }
    return words;
  }
}
