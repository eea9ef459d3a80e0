package dev.assay.catalogue.mutation;

import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Function;
import dev.assay.catalogue.expression.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Every alteration of an oracle:
 *
 * <pre>
 * any condition c          !c                               negated
 * a && b                   a; b                             widened
 * a || b                   a; b                             narrowed
 * a &lt; b, a &lt;= b           a &lt;= b, a &lt; b (and &gt;, &gt;=)      widened, narrowed
 * x in [a, b]              x in [b]; x in [a]               narrowed
 * l.all(…), l.exists(…)    l.exists(…), l.all(…)            widened, narrowed
 * </pre>
 *
 * A change below a negation is the opposite one of the whole. Lists of one element stay as they
 * are: without it nothing would be left to say. Where a row of a family decides a condition, what
 * can then no longer matter is no part of this case's oracle and is not altered. An alteration that
 * happens to mean the same counts as one that was not noticed.
 */
public final class Mutants {
  private final List<Mutant> found = new ArrayList<>();

  private Mutants() {}

  /** All mutants, in the order of their places in the text. */
  public static List<Mutant> of(Expr expect) {
    Mutants mutants = new Mutants();
    mutants.condition(Fixed.without(expect), true, whole -> whole);
    return List.copyOf(mutants.found);
  }

  /**
   * @param positive whether the whole becomes wider where this does
   * @param whole puts something in this place
   */
  private void condition(Expr at, boolean positive, UnaryOperator<Expr> whole) {
    add(Change.NEGATED, positive, at, not(at), whole);
    switch (at) {
      case Expr.And(Expr left, Expr right) -> {
        add(Change.WIDENED, positive, at, left, whole);
        add(Change.WIDENED, positive, at, right, whole);
        condition(left, positive, each -> whole.apply(new Expr.And(each, right)));
        condition(right, positive, each -> whole.apply(new Expr.And(left, each)));
      }
      case Expr.Or(Expr left, Expr right) -> {
        add(Change.NARROWED, positive, at, left, whole);
        add(Change.NARROWED, positive, at, right, whole);
        condition(left, positive, each -> whole.apply(new Expr.Or(each, right)));
        condition(right, positive, each -> whole.apply(new Expr.Or(left, each)));
      }
      case Expr.Choice(Expr condition, Expr yes, Expr no) -> {
        condition(yes, positive, each -> whole.apply(new Expr.Choice(condition, each, no)));
        condition(no, positive, each -> whole.apply(new Expr.Choice(condition, yes, each)));
      }
      case Expr.Loop loop -> loop(loop, positive, whole);
      case Expr.Call(Function function, List<Expr> arguments) ->
          call(at, function, arguments, positive, whole);
      default -> {}
    }
  }

  private void loop(Expr.Loop at, boolean positive, UnaryOperator<Expr> whole) {
    switch (at.quantifier()) {
      case ALL -> add(Change.WIDENED, positive, at, with(at, Quantifier.EXISTS), whole);
      case EXISTS -> add(Change.NARROWED, positive, at, with(at, Quantifier.ALL), whole);
      default -> {
        return;
      }
    }
    condition(
        at.body(),
        positive,
        each -> whole.apply(new Expr.Loop(at.quantifier(), at.range(), at.variable(), each)));
  }

  private static Expr with(Expr.Loop loop, Quantifier quantifier) {
    return new Expr.Loop(quantifier, loop.range(), loop.variable(), loop.body());
  }

  private void call(
      Expr at,
      Function function,
      List<Expr> arguments,
      boolean positive,
      UnaryOperator<Expr> whole) {
    switch (function) {
      case NOT ->
          condition(
              arguments.getFirst(),
              !positive,
              each -> whole.apply(new Expr.Call(Function.NOT, List.of(each))));
      case LESS -> swap(Change.WIDENED, Function.LESS_OR_EQUAL, at, arguments, positive, whole);
      case GREATER ->
          swap(Change.WIDENED, Function.GREATER_OR_EQUAL, at, arguments, positive, whole);
      case LESS_OR_EQUAL -> swap(Change.NARROWED, Function.LESS, at, arguments, positive, whole);
      case GREATER_OR_EQUAL ->
          swap(Change.NARROWED, Function.GREATER, at, arguments, positive, whole);
      case IN -> shorter(at, arguments, positive, whole);
      default -> {}
    }
  }

  private void swap(
      Change change,
      Function other,
      Expr at,
      List<Expr> arguments,
      boolean positive,
      UnaryOperator<Expr> whole) {
    add(change, positive, at, new Expr.Call(other, arguments), whole);
  }

  private void shorter(Expr at, List<Expr> arguments, boolean positive, UnaryOperator<Expr> whole) {
    if (arguments.get(1) instanceof Expr.ListOf(List<Expr> elements) && elements.size() > 1) {
      for (int i = 0; i < elements.size(); i++) {
        List<Expr> rest = new ArrayList<>(elements);
        rest.remove(i);
        Expr less =
            new Expr.Call(Function.IN, List.of(arguments.getFirst(), new Expr.ListOf(rest)));
        add(Change.NARROWED, positive, at, less, whole);
      }
    }
  }

  private void add(
      Change change, boolean positive, Expr before, Expr after, UnaryOperator<Expr> whole) {
    found.add(
        new Mutant(
            positive ? change : change.inverted(),
            ExprText.of(before),
            ExprText.of(after),
            whole.apply(after)));
  }

  private static Expr not(Expr condition) {
    return condition instanceof Expr.Call(Function function, List<Expr> arguments)
            && function == Function.NOT
        ? arguments.getFirst()
        : new Expr.Call(Function.NOT, List.of(condition));
  }
}
