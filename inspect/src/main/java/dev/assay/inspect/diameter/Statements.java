package dev.assay.inspect.diameter;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code Name = value , value ;}, {@code Name ;} and {@code Name = value { Name = value ; … } ;};
 * names without regard to case, {@code #} starts a comment.
 */
record Statements(List<Statement> all) {
  private static final int MOST = 5_000;
  private static final Pattern TOKEN =
      Pattern.compile("\\s+|#.*|\"([^\"]*)\"?|[{}=;,:]|[^\\s{}=;,:\"#]+");

  Statements {
    all = List.copyOf(all);
  }

  /**
   * @param name in lower case
   * @param options statements in braces
   */
  record Statement(String name, List<String> values, List<Statement> options, Line line) {
    /** The first value, empty where there is none. */
    String value() {
      return values.isEmpty() ? "" : values.getFirst();
    }

    Stream<Statement> options(String wanted) {
      return options.stream().filter(option -> option.name().equals(wanted));
    }
  }

  static Statements read(SourceFile file) {
    return new Statements(new Reader(tokens(file)).list(0));
  }

  Stream<Statement> named(String name) {
    return all.stream().filter(statement -> statement.name().equals(name));
  }

  Optional<Statement> last(String name) {
    return named(name).reduce((first, second) -> second);
  }

  private record Token(String text, boolean quoted, Line line) {
    boolean is(String sign) {
      return !quoted && text.equals(sign);
    }
  }

  private static List<Token> tokens(SourceFile file) {
    List<Token> tokens = new ArrayList<>();
    for (Line line : file.lines()) {
      Matcher token = TOKEN.matcher(line.text());
      while (token.find()) {
        if (tokens.size() >= MOST) {
          file.cut("more than " + MOST + " words");
          return tokens;
        }
        String quoted = token.group(1);
        String text = token.group();
        if (quoted != null) {
          tokens.add(new Token(quoted, true, line));
        } else if (!text.isBlank() && !text.startsWith("#")) {
          tokens.add(new Token(text, false, line));
        }
      }
    }
    return tokens;
  }

  private static final class Reader {
    private final List<Token> tokens;
    private int at;

    Reader(List<Token> tokens) {
      this.tokens = tokens;
    }

    /** Statements up to the closing brace, which is consumed, or the end. */
    List<Statement> list(int depth) {
      List<Statement> statements = new ArrayList<>();
      while (at < tokens.size()) {
        Token first = tokens.get(at++);
        if (first.is("}")) {
          break;
        }
        if (!first.is(";") && !first.is("{")) {
          statements.add(statement(first, depth));
        }
      }
      return statements;
    }

    private Statement statement(Token first, int depth) {
      List<String> values = new ArrayList<>();
      List<Statement> options = List.of();
      while (at < tokens.size()) {
        Token token = tokens.get(at);
        if (token.is("}")) {
          break;
        }
        at++;
        if (token.is(";")) {
          break;
        }
        if (token.is("{") && depth == 0) {
          options = list(depth + 1);
        } else if (token.quoted() || !token.text().matches("[{=,:]")) {
          values.add(token.text());
        }
      }
      return new Statement(
          first.text().toLowerCase(Locale.ROOT), List.copyOf(values), options, first.line());
    }
  }
}
