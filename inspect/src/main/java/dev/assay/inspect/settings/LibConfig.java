package dev.assay.inspect.settings;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON and the syntax of libconfig (hyperrealm.github.io/libconfig, §3): groups {@code { }},
 * lists {@code ( )}, arrays {@code [ ]}, {@code name = value;} or {@code name : value;}, comments
 * {@code #}, {@code //} and {@code /* }.
 */
public final class LibConfig {
  private static final int MOST = 20_000;
  private static final int DEEPEST = 32;

  /** Characters of a text in quotes. */
  private static final int LONGEST = 4_000;

  /** Characters of a path; each value below has a copy of it. */
  private static final int LONGEST_PATH = 2_000;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|#.*|//.*|/\\*|\"((?:[^\"\\\\]|\\\\.){0,"
              + LONGEST
              + "}+)\"|[{}()\\[\\]=:;,]|[^\\s{}()\\[\\]=:;,\"#]+");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private LibConfig() {}

  public static FlatSettings read(SourceFile file) {
    return new Reader(file).read();
  }

  private record Token(String text, boolean quoted, Line line) {}

  private static final class Reader {
    private final SourceFile file;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Setting> scalars = new ArrayList<>();
    private int at;
    private boolean whole = true;
    private boolean cut;

    Reader(SourceFile file) {
      this.file = file;
    }

    FlatSettings read() {
      split();
      settings("", 0);
      return new FlatSettings(scalars, whole && at >= tokens.size(), cut);
    }

    private void cut(String more) {
      file.cut(more);
      whole = false;
      cut = true;
    }

    private void split() {
      boolean comment = false;
      for (Line line : file.lines()) {
        String text = line.text();
        int from = 0;
        while (from < text.length() && tokens.size() < MOST) {
          if (comment) {
            int end = text.indexOf("*/", from);
            comment = end < 0;
            from = end < 0 ? text.length() : end + 2;
            continue;
          }
          Matcher token = TOKEN.matcher(text).region(from, text.length());
          if (!token.lookingAt()) {
            whole = false;
            if (text.charAt(from) == '"' && text.length() - from > LONGEST) {
              cut("a text longer than " + LONGEST + " characters");
            }
            from++;
            continue;
          }
          from = token.end();
          String found = token.group();
          if (found.equals("/*")) {
            comment = true;
          } else if (!found.isBlank() && !found.startsWith("#") && !found.startsWith("//")) {
            boolean quoted = token.group(1) != null;
            String value = quoted ? ESCAPED.matcher(token.group(1)).replaceAll("$1") : found;
            tokens.add(new Token(value, quoted, line));
          }
        }
      }
      if (tokens.size() >= MOST) {
        cut("more than " + MOST + " words");
      }
    }

    /** Up to the closing brace, which is consumed, or the end. */
    private void settings(String prefix, int depth) {
      while (at < tokens.size() && !is("}")) {
        String name = tokens.get(at++).text();
        if (is("=") || is(":")) {
          at++;
          value(prefix + name, depth);
        }
        while (is(";") || is(",")) {
          at++;
        }
      }
      at++;
    }

    private void value(String path, int depth) {
      if (at >= tokens.size()) {
        whole = false;
        return;
      }
      if (depth >= DEEPEST || path.length() > LONGEST_PATH) {
        cut("values nested deeper than " + DEEPEST);
        at = tokens.size();
        return;
      }
      Token token = tokens.get(at++);
      if (token.quoted()) {
        StringBuilder text = new StringBuilder(token.text());
        while (at < tokens.size() && tokens.get(at).quoted()) {
          text.append(tokens.get(at++).text());
        }
        scalars.add(new Setting("", path, text.toString(), file.at(token.line())));
        return;
      }
      switch (token.text()) {
        case "{" -> settings(path + ".", depth + 1);
        case "(", "[" -> elements(path, token.text().equals("(") ? ")" : "]", depth);
        default -> scalars.add(new Setting("", path, token.text(), file.at(token.line())));
      }
    }

    private void elements(String path, String end, int depth) {
      int index = 0;
      while (at < tokens.size() && !is(end)) {
        if (is(",") || is(";")) {
          at++;
          continue;
        }
        value(path + "[" + index++ + "]", depth + 1);
      }
      at++;
    }

    private boolean is(String text) {
      return at < tokens.size() && !tokens.get(at).quoted() && tokens.get(at).text().equals(text);
    }
  }
}
