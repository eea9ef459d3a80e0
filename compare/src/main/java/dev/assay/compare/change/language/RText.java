package dev.assay.compare.change.language;

import dev.assay.compare.change.Crc;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Writes objects of R down, one statement or part a line, each behind where it stands. */
final class RText {
  private static final int LONGEST = 1000;
  private static final String OPERATORS = "+-*/^%<>=!&|~:@$?";

  /** Operators that R writes without spaces. */
  private static final Set<String> CLOSE = Set.of(":", "/", "^", "$", "@", "::", ":::", "%%");

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_PATH = 200;
  private static final Set<String> ASSIGNMENTS = Set.of("<-", "<<-", "=");
  private static final int LONGEST_VECTOR = 8;
  private static final int MOST_LINES = 90_000;
  private static final int DEEPEST = 500;

  /** Parts that objects share are written down wherever they stand, which may be without end. */
  private static final int MOST_INLINE = 1_000_000;

  private int inline;

  private RText() {}

  /** What it is, then its lines. */
  static List<String> of(RObject object) {
    List<String> lines = new ArrayList<>();
    RText text = new RText();
    String head = object.kind() == RObject.FUNCTION ? text.head(object) : "object";
    text.lines(head, object, lines, 0);
    return lines;
  }

  /** A function has no name but where it is bound. */
  private String head(RObject function) {
    String head = "function(" + arguments(function.parts().getFirst(), 0, 0) + ")";
    return head.length() <= LONGEST_NAME ? head : head.substring(0, LONGEST_NAME) + "…)";
  }

  private void lines(String name, RObject object, List<String> into, int depth) {
    checked(into.size(), depth);
    switch (object.kind()) {
      case RObject.FUNCTION -> {
        into.add(cut(name + " = function(" + arguments(object.parts().get(0), 0, depth) + ")"));
        statements(name, object.parts().get(1), into, depth + 1);
        into.add(name + " in " + inline(object.parts().get(2), depth));
      }
      case RObject.LIST, RObject.PAIRS, RObject.EXPRESSION -> parts(name, object, into, depth);
      default -> vector(name, object, into, depth);
    }
    object
        .attributes()
        .forEach(
            (key, value) -> {
              if (!key.equals("names") || object.kind() != RObject.LIST) {
                lines(name + "@" + key, value, into, depth + 1);
              }
            });
  }

  private void parts(String name, RObject object, List<String> into, int depth) {
    into.add(name + " = list of " + object.parts().size());
    for (int i = 0; i < object.parts().size(); i++) {
      String part = object.name(i);
      lines(
          name + (part.isEmpty() ? "[" + (i + 1) + "]" : "$" + part),
          object.parts().get(i),
          into,
          depth + 1);
    }
  }

  /** A long one each element on a line. */
  private void vector(String name, RObject object, List<String> into, int depth) {
    if (object.parts().size() <= LONGEST_VECTOR || object.kind() == RObject.CALL) {
      into.add(name + " = " + inline(object, depth));
      return;
    }
    into.add(name + " = vector of " + object.parts().size());
    for (int i = 0; i < object.parts().size(); i++) {
      checked(into.size(), depth);
      String part = object.name(i);
      into.add(
          name
              + (part.isEmpty() ? "[" + (i + 1) + "]" : "$" + part)
              + " = "
              + inline(object.parts().get(i), depth + 1));
    }
  }

  private void statements(String name, RObject body, List<String> into, int depth) {
    checked(into.size(), depth);
    if (body.kind() == RObject.BYTE_CODE) {
      statements(name, body.parts().getFirst(), into, depth + 1);
      into.add(name + " code " + inline(body.parts().getLast(), depth));
    } else if (body.kind() == RObject.CALL) {
      call(name, body, into, depth);
    } else {
      into.add(name + ": " + inline(body, depth));
    }
  }

  /** What holds statements is told before them (R Language Definition, “Control structures”). */
  private void call(String name, RObject call, List<String> into, int depth) {
    String word = call.parts().getFirst().text();
    if (ASSIGNMENTS.contains(word) && call.parts().size() == 3 && isFunction(call.parts().get(2))) {
      local(name, call, into, depth);
      return;
    }
    int held =
        switch (word) {
          case "{", "repeat" -> 1;
          case "if", "while" -> 2;
          case "for" -> 3;
          default -> call.parts().size();
        };
    if (held >= call.parts().size()) {
      into.add(name + ": " + inline(call, depth));
      return;
    }
    if (!word.equals("{")) {
      StringJoiner head = new StringJoiner(" in ", word + " (", ")");
      call.parts().subList(1, held).forEach(part -> head.add(inline(part, depth + 1)));
      into.add(cut(name + ": " + head));
    }
    for (int i = held; i < call.parts().size(); i++) {
      if (word.equals("if") && i > held) {
        into.add(name + ": else");
      }
      statements(name, call.parts().get(i), into, depth + 1);
    }
  }

  /** Whether it makes a function: behind the word its arguments and its body. */
  private static boolean isFunction(RObject object) {
    return object.kind() == RObject.CALL
        && object.parts().size() >= 3
        && object.parts().getFirst().text().equals("function");
  }

  /** A function inside of another has the name that it is bound to there. */
  private void local(String name, RObject assignment, List<String> into, int depth) {
    RObject function = assignment.parts().get(2);
    String bound = inline(assignment.parts().get(1), depth + 1);
    into.add(
        cut(
            "%s: %s %s function(%s)"
                .formatted(
                    name,
                    bound,
                    assignment.parts().getFirst().text(),
                    arguments(function.parts().get(1), 0, depth))));
    statements(shortened(name + ", " + bound), function.parts().get(2), into, depth + 1);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_PATH ? name : name.substring(0, LONGEST_PATH) + "…";
  }

  private String inline(RObject object, int depth) {
    checked(0, depth);
    if (++inline > MOST_INLINE) {
      throw new Malformed("r.limit", -1, "objects of more than " + MOST_INLINE + " parts");
    }
    return cut(
        switch (object.kind()) {
          case RObject.CALL -> call(object, depth);
          case RObject.STRING -> vector(object, "\"", depth);
          case RObject.BYTE_CODE -> inline(object.parts().getFirst(), depth + 1);
          case RObject.FUNCTION ->
              "function("
                  + arguments(object.parts().get(0), 0, depth)
                  + ") "
                  + inline(object.parts().get(1), depth + 1);
          default ->
              object.parts().isEmpty() ? object.text() : object.text() + vector(object, "", depth);
        });
  }

  private void checked(int lines, int depth) {
    if (lines >= MOST_LINES || depth > DEEPEST) {
      throw new Malformed("r.limit", -1, "objects with too many lines, or nested too deeply");
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… " + Crc.of(Bytes.of(text));
  }

  private String vector(RObject object, String quote, int depth) {
    if (object.parts().size() == 1) {
      return quoted(inline(object.parts().getFirst(), depth + 1), quote);
    }
    StringJoiner all = new StringJoiner(", ", "(", ")");
    for (int i = 0; i < object.parts().size(); i++) {
      String name = object.name(i);
      all.add(
          (name.isEmpty() ? "" : name + " = ")
              + quoted(inline(object.parts().get(i), depth + 1), quote));
    }
    return all.toString();
  }

  private static String quoted(String text, String quote) {
    return quote.isEmpty()
        ? text
        : quote
            + text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace(quote, "\\" + quote)
            + quote;
  }

  /** As R has it (R Language Definition, “Language objects”). */
  private String call(RObject call, int depth) {
    String function = inline(call.parts().getFirst(), depth + 1);
    boolean operator = !function.isEmpty() && OPERATORS.indexOf(function.charAt(0)) >= 0;
    int operands = call.parts().size() - 1;
    if (operator && operands == 2) {
      String between = CLOSE.contains(function) ? function : " " + function + " ";
      return inline(call.parts().get(1), depth + 1)
          + between
          + inline(call.parts().get(2), depth + 1);
    }
    if (operator && operands == 1) {
      return function + inline(call.parts().get(1), depth + 1);
    }
    return switch (function) {
      case "(" -> "(" + arguments(call, 1, depth) + ")";
      case "[", "[[" ->
          operands == 0 ? function : element(call, function, function.replace("[", "]"), depth);
      default -> function + "(" + arguments(call, 1, depth) + ")";
    };
  }

  private String element(RObject call, String open, String close, int depth) {
    return inline(call.parts().get(1), depth + 1) + open + arguments(call, 2, depth) + close;
  }

  private String arguments(RObject pairs, int from, int depth) {
    StringJoiner all = new StringJoiner(", ");
    for (int i = from; i < pairs.parts().size(); i++) {
      String value = inline(pairs.parts().get(i), depth + 1);
      String name = pairs.name(i);
      all.add(name.isEmpty() ? value : value.isEmpty() ? name : name + " = " + value);
    }
    return all.toString();
  }
}
