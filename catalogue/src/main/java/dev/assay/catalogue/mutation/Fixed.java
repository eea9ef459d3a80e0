package dev.assay.catalogue.mutation;

import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Function;
import java.util.List;
import java.util.Optional;

/** Conditions that hold or not whatever the facts: those over the values of a family's row. */
final class Fixed {
  private Fixed() {}

  /** An oracle without what a row has decided: what is left means the same on every product. */
  static Expr without(Expr at) {
    return switch (at) {
      case Expr.And(Expr left, Expr right) -> and(without(left), without(right));
      case Expr.Or(Expr left, Expr right) -> or(without(left), without(right));
      case Expr.Choice(Expr condition, Expr yes, Expr no) -> {
        Expr asked = without(condition);
        yield known(asked)
            .map(holds -> without(holds ? yes : no))
            .orElseGet(() -> new Expr.Choice(asked, without(yes), without(no)));
      }
      case Expr.Loop loop ->
          new Expr.Loop(loop.quantifier(), loop.range(), loop.variable(), without(loop.body()));
      case Expr.Call(Function function, List<Expr> arguments) -> call(function, arguments);
      default -> at;
    };
  }

  private static Expr and(Expr left, Expr right) {
    if (known(left).isPresent()) {
      return known(left).get() ? right : left;
    }
    if (known(right).isPresent()) {
      return known(right).get() ? left : right;
    }
    return new Expr.And(left, right);
  }

  private static Expr or(Expr left, Expr right) {
    if (known(left).isPresent()) {
      return known(left).get() ? left : right;
    }
    if (known(right).isPresent()) {
      return known(right).get() ? right : left;
    }
    return new Expr.Or(left, right);
  }

  private static Expr call(Function function, List<Expr> arguments) {
    if (function == Function.NOT) {
      Expr denied = without(arguments.getFirst());
      return known(denied)
          .<Expr>map(holds -> new Expr.Constant(!holds))
          .orElseGet(() -> new Expr.Call(function, List.of(denied)));
    }
    if (arguments.size() == 2
        && arguments.get(0) instanceof Expr.Constant(Object left)
        && arguments.get(1) instanceof Expr.Constant(Object right)) {
      switch (function) {
        case EQUAL -> {
          return new Expr.Constant(left.equals(right));
        }
        case NOT_EQUAL -> {
          return new Expr.Constant(!left.equals(right));
        }
        default -> {}
      }
    }
    return new Expr.Call(function, arguments);
  }

  private static Optional<Boolean> known(Expr condition) {
    return condition instanceof Expr.Constant(Boolean holds)
        ? Optional.of(holds)
        : Optional.empty();
  }
}
