package dev.assay.report.bom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.cyclonedx.model.Bom;

/**
 * Tells licence expressions (SPDX 2.3, annex D) of listed licences from other words for licences.
 *
 * <pre>
 * expression = term { "OR" term }       term = factor { "AND" factor }
 * factor = "(" expression ")" | id [ "+" ] [ "WITH" exception ]
 * </pre>
 */
public final class SpdxExpression {
  private static final int LONGEST = 500;

  private final List<String> words;
  private int at;

  private SpdxExpression(String text) {
    this.words = List.of(text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+"));
  }

  /** Whether it is the id of a listed licence. */
  public static boolean isId(String text) {
    return Listed.IDS.contains(text) && !Listed.isException(text);
  }

  /** Whether it is an expression of listed licences, an id alone included. */
  public static boolean is(String text) {
    if (text.length() > LONGEST || text.isBlank()) {
      return false;
    }
    SpdxExpression expression = new SpdxExpression(text);
    return expression.expression() && expression.at == expression.words.size();
  }

  /** Several expressions that hold together, as one. */
  public static String all(List<String> expressions) {
    return expressions.size() == 1
        ? expressions.getFirst()
        : String.join(" AND ", expressions.stream().map(SpdxExpression::bracketed).toList());
  }

  private static String bracketed(String expression) {
    return expression.contains(" ") ? "(" + expression + ")" : expression;
  }

  private boolean expression() {
    do {
      if (!term()) {
        return false;
      }
    } while (next("OR"));
    return true;
  }

  private boolean term() {
    do {
      if (!factor()) {
        return false;
      }
    } while (next("AND"));
    return true;
  }

  private boolean factor() {
    if (next("(")) {
      return expression() && next(")");
    }
    if (at == words.size()) {
      return false;
    }
    String word = words.get(at++);
    String id = word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
    return isId(id) && (!next("WITH") || at < words.size() && Listed.isException(words.get(at++)));
  }

  private boolean next(String word) {
    boolean found = at < words.size() && words.get(at).equals(word);
    at += found ? 1 : 0;
    return found;
  }

  /** The licence list as the CycloneDX library carries it: an enumeration of ids. */
  private static final class Listed {
    static final Set<String> IDS = read();

    static boolean isException(String id) {
      return IDS.contains(id) && id.toLowerCase(Locale.ROOT).contains("exception");
    }

    private static Set<String> read() {
      Set<String> ids = new HashSet<>();
      try (InputStream in =
              Objects.requireNonNull(Bom.class.getResourceAsStream("/spdx.schema.json"));
          JsonParser json = new JsonFactory().createParser(in)) {
        boolean listed = false;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          listed |= token == JsonToken.START_ARRAY;
          if (listed && token == JsonToken.VALUE_STRING) {
            ids.add(json.getText());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Set.copyOf(ids);
    }
  }
}
