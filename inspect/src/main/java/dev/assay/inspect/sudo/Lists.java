package dev.assay.inspect.sudo;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of sudoers: separated by commas. A backslash, quotes and parentheses take a comma's meaning
 * away.
 */
final class Lists {
  private Lists() {}

  static List<String> of(String text) {
    List<String> items = new ArrayList<>();
    boolean quoted = false;
    boolean enclosed = false;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '\\') {
        at++;
      } else if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && (letter == '(' || letter == ')')) {
        enclosed = letter == '(';
      } else if (letter == ',' && !quoted && !enclosed) {
        items.add(text.substring(from, at));
        from = at + 1;
      }
    }
    items.add(text.substring(from));
    return items.stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
  }
}
