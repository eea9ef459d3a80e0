package dev.assay.catalogue.mutation;

import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Function;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An expression as CEL, for people. */
final class ExprText {
  private static final Set<Function> METHODS =
      Set.of(
          Function.STARTS_WITH,
          Function.ENDS_WITH,
          Function.CONTAINS,
          Function.MATCHES,
          Function.LOWER_ASCII,
          Function.UPPER_ASCII);
  private static final Set<Function> NAMED =
      Set.of(Function.SIZE, Function.TO_INT, Function.TO_DOUBLE, Function.TO_STRING);

  private ExprText() {}

  static String of(Expr expr) {
    return switch (expr) {
      case Expr.Constant(String text) -> '"' + text.replace("\"", "\\\"") + '"';
      case Expr.Constant(Object value) -> String.valueOf(value);
      case Expr.Fact(String name) -> name;
      case Expr.OfComponent(var field) -> "component." + field.name().toLowerCase(Locale.ROOT);
      case Expr.Variable(String name) -> name;
      case Expr.Field(Expr of, String name) -> of(of) + "." + name;
      case Expr.And(Expr left, Expr right) -> "(" + of(left) + " && " + of(right) + ")";
      case Expr.Or(Expr left, Expr right) -> "(" + of(left) + " || " + of(right) + ")";
      case Expr.Choice(Expr condition, Expr yes, Expr no) ->
          "(" + of(condition) + " ? " + of(yes) + " : " + of(no) + ")";
      case Expr.Call(Function function, List<Expr> arguments) -> call(function, arguments);
      case Expr.ListOf(List<Expr> elements) -> "[" + all(elements) + "]";
      case Expr.MapOf(List<Expr> keys, List<Expr> values) ->
          "{" + all(keys) + ": " + all(values) + "}";
      case Expr.Loop loop ->
          of(loop.range())
              + "."
              + loop.quantifier().word()
              + "("
              + loop.variable()
              + ", "
              + of(loop.body())
              + ")";
    };
  }

  private static String call(Function function, List<Expr> arguments) {
    if (NAMED.contains(function)) {
      return function.symbol() + "(" + all(arguments) + ")";
    }
    if (METHODS.contains(function)) {
      return of(arguments.getFirst())
          + "."
          + function.symbol()
          + "("
          + all(arguments.subList(1, arguments.size()))
          + ")";
    }
    return switch (function) {
      case NOT -> "!" + of(arguments.getFirst());
      case NEGATE -> "-" + of(arguments.getFirst());
      case INDEX -> of(arguments.get(0)) + "[" + of(arguments.get(1)) + "]";
      default ->
          "(" + of(arguments.get(0)) + " " + function.symbol() + " " + of(arguments.get(1)) + ")";
    };
  }

  private static String all(List<Expr> parts) {
    return parts.stream().map(ExprText::of).collect(Collectors.joining(", "));
  }
}
