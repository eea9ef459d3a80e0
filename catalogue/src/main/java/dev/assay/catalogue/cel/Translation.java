package dev.assay.catalogue.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.assay.catalogue.expression.ComponentField;
import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Function;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns CEL's checked syntax tree into an {@link Expr}. */
final class Translation {
  private final CelAbstractSyntaxTree tree;
  private final Map<String, String> row;
  private final Set<String> variables = new HashSet<>();

  Translation(CelAbstractSyntaxTree tree, Map<String, String> row) {
    this.tree = tree;
    this.row = row;
  }

  Expr translate() throws BadExpression {
    return expr(tree.getExpr());
  }

  private Expr expr(CelExpr cel) throws BadExpression {
    return switch (cel.getKind()) {
      case CONSTANT -> constant(cel.constant());
      case IDENT -> ident(cel);
      case SELECT -> select(cel.select());
      case CALL -> call(cel.call());
      case LIST -> new Expr.ListOf(exprs(cel.list().elements()));
      case MAP -> map(cel.map());
      case COMPREHENSION -> loop(cel.comprehension());
      default -> throw new BadExpression("test cases cannot use " + cel.getKind());
    };
  }

  private List<Expr> exprs(List<CelExpr> cels) throws BadExpression {
    List<Expr> exprs = new ArrayList<>();
    for (CelExpr cel : cels) {
      exprs.add(expr(cel));
    }
    return exprs;
  }

  private static Expr constant(CelConstant constant) throws BadExpression {
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> new Expr.Constant(constant.booleanValue());
      case INT64_VALUE -> new Expr.Constant(constant.int64Value());
      case DOUBLE_VALUE -> new Expr.Constant(constant.doubleValue());
      case STRING_VALUE -> new Expr.Constant(constant.stringValue());
      default ->
          throw new BadExpression("constants are bool, int, double or string, not " + constant);
    };
  }

  private Expr ident(CelExpr cel) throws BadExpression {
    String name = cel.ident().name();
    if (variables.contains(name)) {
      return new Expr.Variable(name);
    }
    if (name.equals(CelEnvironment.ROW) || name.equals(CelEnvironment.COMPONENT)) {
      throw new BadExpression("`" + name + "` is used with a field: " + name + ".x");
    }
    return new Expr.Fact(name);
  }

  private Expr select(CelExpr.CelSelect select) throws BadExpression {
    CelExpr operand = select.operand();
    boolean bound =
        operand.getKind() == CelExpr.ExprKind.Kind.IDENT
            && !variables.contains(operand.ident().name());
    if (bound && operand.ident().name().equals(CelEnvironment.ROW)) {
      return new Expr.Constant(row.getOrDefault(select.field(), ""));
    }
    if (bound && operand.ident().name().equals(CelEnvironment.COMPONENT)) {
      return new Expr.OfComponent(ComponentField.find(select.field()).orElseThrow());
    }
    boolean ofMap = tree.getTypeOrThrow(operand.id()).kind() == CelKind.MAP;
    Expr key = new Expr.Constant(select.field());
    if (select.testOnly()) {
      if (!ofMap) {
        throw new BadExpression(
            "has() asks whether a map has a key; records have all their fields");
      }
      return new Expr.Call(Function.IN, List.of(key, expr(operand)));
    }
    return ofMap
        ? new Expr.Call(Function.INDEX, List.of(expr(operand), key))
        : new Expr.Field(expr(operand), select.field());
  }

  private Expr call(CelExpr.CelCall call) throws BadExpression {
    List<Expr> arguments = new ArrayList<>();
    if (call.target().isPresent()) {
      arguments.add(expr(call.target().get()));
    }
    arguments.addAll(exprs(call.args()));
    return switch (call.function()) {
      case "_&&_" -> new Expr.And(arguments.get(0), arguments.get(1));
      case "_||_" -> new Expr.Or(arguments.get(0), arguments.get(1));
      case "_?_:_" -> new Expr.Choice(arguments.get(0), arguments.get(1), arguments.get(2));
      default -> new Expr.Call(function(call.function(), arguments), arguments);
    };
  }

  private static Function function(String name, List<Expr> arguments) throws BadExpression {
    Function function =
        Function.ofCel(name)
            .orElseThrow(() -> new BadExpression("test cases cannot use `" + name + "`"));
    checkPattern(function, arguments);
    return function;
  }

  private static void checkPattern(Function function, List<Expr> arguments) throws BadExpression {
    if (function == Function.MATCHES && arguments.get(1) instanceof Expr.Constant(Object pattern)) {
      try {
        Pattern.compile((String) pattern);
      } catch (PatternSyntaxException e) {
        throw new BadExpression("\"" + pattern + "\" is no RE2 pattern: " + e.getMessage());
      }
    }
  }

  private Expr map(CelExpr.CelMap map) throws BadExpression {
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      keys.add(expr(entry.key()));
      values.add(expr(entry.value()));
    }
    return new Expr.MapOf(keys, values);
  }

  private Expr loop(CelExpr.CelComprehension cel) throws BadExpression {
    Expr range = expr(cel.iterRange());
    boolean fresh = variables.add(cel.iterVar());
    try {
      return Macros.recognise(cel).loop(range, this::expr);
    } finally {
      if (fresh) {
        variables.remove(cel.iterVar());
      }
    }
  }
}
