package dev.assay.catalogue.expression;

import java.util.Set;
import java.util.TreeSet;

/** Which facts an expression reads. */
final class FactsRead {
  private final Set<String> facts = new TreeSet<>();

  private FactsRead() {}

  static Set<String> by(Expr expr) {
    FactsRead read = new FactsRead();
    read.visit(expr);
    return Set.copyOf(read.facts);
  }

  private void visit(Expr expr) {
    switch (expr) {
      case Expr.Constant constant -> {}
      case Expr.Variable variable -> {}
      case Expr.Fact(String name) -> facts.add(name);
      case Expr.OfComponent(ComponentField field) -> facts.add("component." + field.word());
      case Expr.Field(Expr of, String name) -> visit(of);
      case Expr.And(Expr left, Expr right) -> all(left, right);
      case Expr.Or(Expr left, Expr right) -> all(left, right);
      case Expr.Choice(Expr condition, Expr yes, Expr no) -> all(condition, yes, no);
      case Expr.Call call -> call.arguments().forEach(this::visit);
      case Expr.ListOf list -> list.elements().forEach(this::visit);
      case Expr.MapOf map -> {
        map.keys().forEach(this::visit);
        map.values().forEach(this::visit);
      }
      case Expr.Loop loop -> all(loop.range(), loop.body());
    }
  }

  private void all(Expr... parts) {
    for (Expr part : parts) {
      visit(part);
    }
  }
}
