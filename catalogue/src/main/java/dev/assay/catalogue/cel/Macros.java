package dev.assay.catalogue.cel;

import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Quantifier;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the loop a macro became. CEL's parser expands {@code all}, {@code exists}, {@code
 * exists_one}, {@code filter} and {@code map} into comprehensions of fixed shapes (cel-spec,
 * "Macros"); nothing else makes a comprehension.
 */
final class Macros {
  private Macros() {}

  /**
   * A recognised macro.
   *
   * @param condition what a three-argument {@code map} filters by
   */
  record Macro(Quantifier quantifier, String variable, Optional<CelExpr> condition, CelExpr body) {
    Expr loop(Expr range, Step step) throws BadExpression {
      Expr chosen =
          condition.isPresent()
              ? new Expr.Loop(Quantifier.FILTER, range, variable, step.of(condition.get()))
              : range;
      return new Expr.Loop(quantifier, chosen, variable, step.of(body));
    }
  }

  /** Translates one part. */
  interface Step {
    Expr of(CelExpr part) throws BadExpression;
  }

  static Macro recognise(CelExpr.CelComprehension cel) throws BadExpression {
    CelExpr step = cel.loopStep();
    if (!cel.iterVar2().isEmpty() || step.getKind() != CelExpr.ExprKind.Kind.CALL) {
      throw unknown();
    }
    List<CelExpr> arguments = step.call().args();
    return switch (step.call().function()) {
      case "_&&_" -> macro(Quantifier.ALL, cel, arguments.get(1));
      case "_||_" -> macro(Quantifier.EXISTS, cel, arguments.get(1));
      case "_+_" -> macro(Quantifier.MAP, cel, single(arguments.get(1)));
      case "_?_:_" -> conditional(cel, arguments.get(0), arguments.get(1));
      default -> throw unknown();
    };
  }

  private static Macro conditional(CelExpr.CelComprehension cel, CelExpr condition, CelExpr then)
      throws BadExpression {
    if (cel.accuInit().getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && cel.accuInit().constant().getKind() == CelConstant.Kind.INT64_VALUE) {
      return macro(Quantifier.EXISTS_ONE, cel, condition);
    }
    CelExpr made = single(then.call().args().get(1));
    boolean unchanged =
        made.getKind() == CelExpr.ExprKind.Kind.IDENT && made.ident().name().equals(cel.iterVar());
    return unchanged
        ? macro(Quantifier.FILTER, cel, condition)
        : new Macro(Quantifier.MAP, cel.iterVar(), Optional.of(condition), made);
  }

  private static Macro macro(Quantifier quantifier, CelExpr.CelComprehension cel, CelExpr body) {
    return new Macro(quantifier, cel.iterVar(), Optional.empty(), body);
  }

  private static CelExpr single(CelExpr list) throws BadExpression {
    if (list.getKind() != CelExpr.ExprKind.Kind.LIST || list.list().elements().size() != 1) {
      throw unknown();
    }
    return list.list().elements().getFirst();
  }

  private static BadExpression unknown() {
    return new BadExpression("loops are all, exists, exists_one, filter and map with one variable");
  }
}
