package dev.assay.inspect.starts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One line of shell cut into simple commands (POSIX.1-2024 XCU 2.2, 2.3, 2.6): quotes, operators,
 * comments, redirections, parameters. What only a running shell knows, such as {@code $(…)}, and
 * what is too long leaves {@link #UNRESOLVED} in its word. Nothing is ever run.
 */
public final class ShellLine {
  /** Stands in a word for text that only a running system knows, or that is too long. */
  public static final char UNRESOLVED = '\uE000';

  /**
   * A command with its arguments.
   *
   * @param before operator between it and the command before it on this line: {@code &&}, {@code
   *     ||}, {@code |} or empty
   */
  public record Command(String before, List<String> words) {}

  private static final int MAX_WORDS = 256;
  private static final int MAX_LINE = 8192;

  private final String text;
  private final Function<String, String> variables;
  private final List<Command> commands = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean skipWord;
  private String before = "";
  private int at;

  private ShellLine(String text, Function<String, String> variables) {
    this.text = bounded(text, MAX_LINE);
    this.variables = variables;
  }

  /**
   * @param variables value of a parameter; empty for one that is not set
   */
  public static List<Command> read(String line, Function<String, String> variables) {
    ShellLine reader = new ShellLine(line, variables);
    reader.read();
    return List.copyOf(reader.commands);
  }

  /** The words of a line as one command, such as a daemon's options in a variable. */
  public static List<String> words(String line, Function<String, String> variables) {
    List<Command> read = read(line, variables);
    return read.isEmpty() ? List.of() : read.getFirst().words();
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case ' ', '\t', '\r' -> {
          endWord();
          at++;
        }
        case '#' -> {
          if (!inWord) {
            at = text.length();
          } else {
            take(c);
          }
        }
        case ';', '(', ')', '&', '|', '\n' -> operator(c);
        case '<', '>' -> redirection();
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '\\' -> escaped();
        case '$' -> expand(true);
        case '`' -> backquoted();
        default -> take(c);
      }
    }
    endCommand("");
  }

  private void take(char c) {
    inWord = true;
    word.append(c);
    at++;
  }

  private void operator(char c) {
    boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
    String joined = twice && c == '&' ? "&&" : twice && c == '|' ? "||" : c == '|' ? "|" : "";
    at += twice ? 2 : 1;
    endCommand(joined);
  }

  /** A redirection takes its target with it; so does the number of a descriptor before it. */
  private void redirection() {
    if (word.chars().allMatch(Character::isDigit)) {
      word.setLength(0);
      inWord = false;
    }
    endWord();
    while (at < text.length() && "<>&-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    skipWord = true;
  }

  private void singleQuoted() {
    int end = text.indexOf('\'', at + 1);
    int stop = end < 0 ? text.length() : end;
    inWord = true;
    word.append(text, at + 1, stop);
    at = Math.min(stop + 1, text.length());
  }

  private void doubleQuoted() {
    inWord = true;
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> escaped();
        case '$' -> expand(false);
        case '`' -> backquoted();
        default -> take(c);
      }
    }
    at++;
  }

  private void escaped() {
    if (at + 1 < text.length()) {
      inWord = true;
      word.append(text.charAt(at + 1));
    }
    at += 2;
  }

  private void backquoted() {
    int end = text.indexOf('`', at + 1);
    at = end < 0 ? text.length() : end + 1;
    inWord = true;
    word.append(UNRESOLVED);
  }

  /**
   * @param split whether the value is cut at blanks, as outside of quotes
   */
  private void expand(boolean split) {
    int start = at + 1;
    char next = start < text.length() ? text.charAt(start) : ' ';
    if (next == '(') {
      at = closing(start, '(', ')');
      value(String.valueOf(UNRESOLVED), split);
    } else if (next == '{') {
      int end = closing(start, '{', '}');
      String inside = text.substring(start + 1, Math.max(start + 1, end - 1));
      at = end;
      value(braced(inside), split);
    } else if (isName(next)) {
      int end = start;
      while (end < text.length() && isName(text.charAt(end))) {
        end++;
        if (Character.isDigit(next)) {
          break;
        }
      }
      at = end;
      value(variables.apply(text.substring(start, end)), split);
    } else if ("@*#?!$-".indexOf(next) >= 0) {
      at = start + 1;
      value(String.valueOf(UNRESOLVED), split);
    } else {
      take('$');
    }
  }

  /** {@code NAME}, {@code NAME:-otherwise}, {@code NAME-otherwise}; others are not resolved. */
  private String braced(String inside) {
    int end = 0;
    while (end < inside.length() && isName(inside.charAt(end))) {
      end++;
    }
    String value = variables.apply(inside.substring(0, end));
    String rest = inside.substring(end);
    if (rest.isEmpty()) {
      return value;
    }
    boolean otherwise = rest.startsWith(":-") || rest.startsWith("-") || rest.startsWith(":=");
    if (!otherwise) {
      return String.valueOf(UNRESOLVED);
    }
    String literal = rest.substring(rest.startsWith(":") ? 2 : 1);
    boolean plain = literal.indexOf('$') < 0 && literal.indexOf('`') < 0;
    return !value.isEmpty()
        ? value
        : plain ? literal.replace("\"", "").replace("'", "") : String.valueOf(UNRESOLVED);
  }

  private int closing(int open, char opening, char closing) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == opening) {
        depth++;
      } else if (c == closing && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private void value(String value, boolean split) {
    String bounded = bounded(value, MAX_LINE);
    if (!split) {
      word.append(bounded);
      return;
    }
    for (int i = 0; i < bounded.length(); i++) {
      char c = bounded.charAt(i);
      if (Character.isWhitespace(c)) {
        endWord();
      } else {
        inWord = true;
        word.append(c);
      }
    }
  }

  private void endWord() {
    if (inWord) {
      if (!skipWord && words.size() < MAX_WORDS) {
        words.add(word.toString());
      } else if (!skipWord && words.size() == MAX_WORDS) {
        words.add(String.valueOf(UNRESOLVED));
      }
      skipWord = false;
    }
    word.setLength(0);
    inWord = false;
  }

  private void endCommand(String operator) {
    endWord();
    skipWord = false;
    if (!words.isEmpty()) {
      commands.add(new Command(before, List.copyOf(words)));
    }
    words.clear();
    before = operator;
  }

  /** Of a longer text its start, and that it goes on. */
  static String bounded(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + UNRESOLVED;
  }

  private static boolean isName(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
