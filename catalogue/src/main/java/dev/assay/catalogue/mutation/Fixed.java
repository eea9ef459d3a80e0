package dev.assay.catalogue.mutation;

import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Function;
import java.util.List;
import java.util.Optional;

/** Conditions that hold or not whatever the facts: those over the values of a family's row. */
final class Fixed {
  private Fixed() {}

  /** What a condition always is; empty where the facts decide. */
  static Optional<Boolean> of(Expr condition) {
    return condition instanceof Expr.Call(Function function, List<Expr> arguments)
            && arguments.size() == 2
            && arguments.get(0) instanceof Expr.Constant(Object left)
            && arguments.get(1) instanceof Expr.Constant(Object right)
        ? switch (function) {
          case EQUAL -> Optional.of(left.equals(right));
          case NOT_EQUAL -> Optional.of(!left.equals(right));
          default -> Optional.empty();
        }
        : Optional.empty();
  }
}
