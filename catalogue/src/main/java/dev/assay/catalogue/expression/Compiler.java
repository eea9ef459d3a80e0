package dev.assay.catalogue.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns an expression into codes over the slots of one facts record. */
final class Compiler {
  private final Accessors accessors;
  private final List<String> variables = new ArrayList<>();
  private int deepest;

  private Compiler(Accessors accessors) {
    this.accessors = accessors;
  }

  /**
   * A compiled expression.
   *
   * @param variables how many loop variables it needs
   */
  record Compiled(Code code, int variables) {}

  /**
   * @throws IllegalArgumentException if the record lacks a fact the expression reads
   */
  static Compiled compile(Expr expr, Class<? extends Record> facts) {
    Compiler compiler = new Compiler(Accessors.of(facts));
    Code code = compiler.code(expr);
    return new Compiled(code, compiler.deepest);
  }

  private Code code(Expr expr) {
    return switch (expr) {
      case Expr.Constant(Object value) -> new Reads.Constant(value);
      case Expr.Fact(String name) -> new Reads.Slot(accessors.position(name), name);
      case Expr.OfComponent(ComponentField field) ->
          new Reads.Slot(accessors.size() + field.position(), "component." + field.word());
      case Expr.Variable(String name) -> new Reads.Variable(variables.lastIndexOf(name), name);
      case Expr.Field(Expr of, String name) -> new Reads.Field(code(of), name);
      case Expr.And(Expr left, Expr right) -> new Logic.And(code(left), code(right));
      case Expr.Or(Expr left, Expr right) -> new Logic.Or(code(left), code(right));
      case Expr.Choice(Expr condition, Expr yes, Expr no) ->
          new Logic.Choice(code(condition), code(yes), code(no));
      case Expr.Call call -> folded(call(call));
      case Expr.ListOf(List<Expr> elements) -> new Calls.ListOf(codes(elements));
      case Expr.MapOf(List<Expr> keys, List<Expr> values) ->
          new Calls.MapOf(codes(keys), codes(values));
      case Expr.Loop loop -> loop(loop);
    };
  }

  private List<Code> codes(List<Expr> exprs) {
    return exprs.stream().map(this::code).toList();
  }

  private Code loop(Expr.Loop loop) {
    Code range = code(loop.range());
    int depth = variables.size();
    variables.add(loop.variable());
    deepest = Math.max(deepest, variables.size());
    Code body = code(loop.body());
    variables.removeLast();
    return switch (loop.quantifier()) {
      case ALL -> new Loops.Search(range, depth, body, Boolean.FALSE);
      case EXISTS -> new Loops.Search(range, depth, body, Boolean.TRUE);
      case EXISTS_ONE -> new Loops.ExistsOne(range, depth, body);
      case FILTER -> new Loops.Filter(range, depth, body);
      case MAP -> new Loops.Transform(range, depth, body);
    };
  }

  private Code call(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    Code first = code(arguments.getFirst());
    if (arguments.size() == 1) {
      return call.function() == Function.NOT
          ? new Logic.Not(first)
          : new Calls.One(call.function(), first);
    }
    Expr second = arguments.get(1);
    return switch (call.function()) {
      case EQUAL -> equal(first, second);
      case NOT_EQUAL -> new Logic.Not(equal(first, second));
      case IN ->
          constants(second)
              .<Code>map(set -> new Calls.InConstants(first, set))
              .orElseGet(() -> new Calls.In(first, code(second)));
      case INDEX -> new Calls.Index(first, code(second), name(arguments.getFirst()));
      case MATCHES ->
          pattern(second)
              .<Code>map(pattern -> new Calls.MatchesConstant(first, pattern))
              .orElseGet(() -> new Calls.Two(Function.MATCHES, first, code(second)));
      default -> new Calls.Two(call.function(), first, code(second));
    };
  }

  private Code equal(Code first, Expr second) {
    return second instanceof Expr.Constant(Object value) && !(value instanceof Double)
        ? new Calls.EqualConstant(first, value)
        : new Calls.Equal(first, code(second));
  }

  /** Computed once if nothing in it can change: {@code int("4")}. */
  private static Code folded(Code code) {
    boolean constant =
        switch (code) {
          case Calls.One one -> one.argument() instanceof Reads.Constant;
          case Calls.Two two ->
              two.left() instanceof Reads.Constant && two.right() instanceof Reads.Constant;
          default -> false;
        };
    return constant ? new Reads.Constant(code.value(Frame.of(new Object[0], 0))) : code;
  }

  /** What to call it where it lacks an entry. */
  private static String name(Expr expr) {
    return switch (expr) {
      case Expr.Fact(String name) -> name;
      case Expr.Variable(String name) -> name;
      case Expr.Field(Expr of, String name) -> name(of) + "." + name;
      default -> "it";
    };
  }

  private static Optional<Set<Object>> constants(Expr expr) {
    if (!(expr instanceof Expr.ListOf(List<Expr> elements))) {
      return Optional.empty();
    }
    Set<Object> values = new HashSet<>();
    for (Expr element : elements) {
      if (!(element instanceof Expr.Constant(Object value)) || value instanceof Double) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }

  private static Optional<Pattern> pattern(Expr expr) {
    if (!(expr instanceof Expr.Constant(Object value))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile((String) value));
    } catch (PatternSyntaxException e) {
      return Optional.empty(); // reported when it is evaluated
    }
  }
}
