package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A regular expression may take steps in proportion to the square of a text, or worse, and products
 * choose the text. Every expression of the code is tried on texts that it nearly fits, with one
 * part of them repeated; steps are counted, so the outcome is the same everywhere.
 */
class PatternCostTest {
  private static final int LENGTH = 1500;

  /** Enough for bounded repetitions, and less than half of what the square of the length takes. */
  private static final int MOST_STEPS = 300 * LENGTH;

  private static final int MOST_PLACES = 24;
  private static final String COMMON = " \t\naA0_-./:=\",;#x";
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{2,}");

  @Test
  void noExpressionTakesTheSquareOfATextOfSteps() throws IOException {
    List<Expression> all = Expression.ofAllModules();
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(all.parallelStream().map(PatternCostTest::cost).filter(c -> !c.isEmpty()).sorted())
        .isEmpty();
  }

  /** Those of tables of Assay, or with names of its own in them; what products say is quoted. */
  @Test
  void noExpressionIsMadeOfWhatAProductSays() throws IOException {
    assertThat(Expression.madeAtRunTime())
        .containsExactly(
            "dev.assay.inspect.android.code.Conditions",
            "dev.assay.inspect.android.code.Framework",
            "dev.assay.inspect.bytecode.Call",
            "dev.assay.inspect.dhcp.Kea",
            "dev.assay.inspect.ecosystem.java.Taken",
            "dev.assay.inspect.filter.FirewalldZone",
            "dev.assay.inspect.identity.LibraryParts",
            "dev.assay.inspect.identity.Products",
            "dev.assay.inspect.identity.VersionTexts",
            "dev.assay.inspect.match.SignatureTable",
            "dev.assay.inspect.mobilecore.Open5gs",
            "dev.assay.inspect.netconf.Data",
            "dev.assay.inspect.script.Language",
            "dev.assay.inspect.script.Trace",
            "dev.assay.inspect.settings.FlatSettings");
  }

  @Test
  void aSlowExpressionIsCaught() {
    assertThat(cost(expression("\\s+#.*$", Expression.Use.ANYWHERE))).isNotEmpty();
    assertThat(cost(expression("(.*?),?\\s*", Expression.Use.WHOLE))).isNotEmpty();
    assertThat(cost(expression("(?<!\\s)\\s+#", Expression.Use.ANYWHERE))).isEmpty();
  }

  private static Expression expression(String regex, Expression.Use use) {
    return new Expression("here", regex, 0, use);
  }

  /** The place and a text that costs too much; empty where none was found. */
  private static String cost(Expression expression) {
    Pattern pattern = expression.pattern();
    for (String sample : samples(expression)) {
      int step = 1 + sample.length() / MOST_PLACES;
      for (int at = 0; at <= sample.length(); at += step) {
        for (String part : parts(expression, sample)) {
          String repeated = part.repeat(LENGTH / part.length());
          for (String rest : List.of(sample.substring(at), "\u0001")) {
            if (isSlow(pattern, sample.substring(0, at) + repeated + rest, expression.use())) {
              return expression + " on " + sample.substring(0, at) + part + "…" + rest;
            }
          }
        }
      }
    }
    return "";
  }

  private static List<String> samples(Expression expression) {
    try {
      String text = RgxGen.parse(expression.regex()).generate(new Random(7));
      return List.of("", text.length() > 120 ? text.substring(0, 120) : text);
    } catch (RuntimeException | StackOverflowError unknownSyntax) {
      return List.of("");
    }
  }

  private static Set<String> parts(Expression expression, String sample) {
    Set<String> parts = new LinkedHashSet<>();
    (COMMON + sample).chars().limit(40).forEach(c -> parts.add(String.valueOf((char) c)));
    Matcher word = WORD.matcher(expression.regex());
    List<String> words = new ArrayList<>();
    while (word.find() && words.size() < 6) {
      words.add(word.group());
    }
    words.forEach(each -> parts.addAll(List.of(each, each + " ", each + "=", " " + each)));
    return parts;
  }

  private static boolean isSlow(Pattern pattern, String text, Expression.Use use) {
    Counted counted = new Counted(text, new int[] {MOST_STEPS});
    Matcher matcher = pattern.matcher(counted);
    try {
      switch (use) {
        case WHOLE -> matcher.matches();
        case START -> matcher.lookingAt();
        case ANYWHERE -> {
          while (matcher.find()) {
            // To the end, as replacing and splitting do.
          }
        }
      }
      return false;
    } catch (TooMany tooMany) {
      return true;
    }
  }

  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMany() {
      super("", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(String text, int[] left) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new TooMany();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
