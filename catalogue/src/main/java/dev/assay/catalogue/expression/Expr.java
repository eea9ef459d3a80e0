package dev.assay.catalogue.expression;

import java.util.List;

/**
 * A checked expression over the facts of one component. Plain data: compiled catalogues store it,
 * {@link Compiler} makes it run. It has the meaning CEL gives it (github.com/google/cel-spec), with
 * one difference: an evaluation error is an unknown value.
 */
public sealed interface Expr {
  /** A {@code Boolean}, {@code Long}, {@code Double} or {@code String}. */
  record Constant(Object value) implements Expr {}

  /** A component of the facts record. */
  record Fact(String name) implements Expr {}

  /** {@code component.name} and the like. */
  record OfComponent(ComponentField field) implements Expr {}

  /** What a loop runs over its list with. */
  record Variable(String name) implements Expr {}

  /** A component of a nested record. */
  record Field(Expr of, String name) implements Expr {}

  /** Logical and; false if one side is false, even where the other is unknown. */
  record And(Expr left, Expr right) implements Expr {}

  /** Logical or; true if one side is true, even where the other is unknown. */
  record Or(Expr left, Expr right) implements Expr {}

  /** {@code condition ? yes : no}. */
  record Choice(Expr condition, Expr yes, Expr no) implements Expr {}

  /** A function or operator that needs all its arguments. */
  record Call(Function function, List<Expr> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A list literal. */
  record ListOf(List<Expr> elements) implements Expr {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  /** A map literal; as many keys as values. */
  record MapOf(List<Expr> keys, List<Expr> values) implements Expr {
    public MapOf {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }

  /** {@code range.all(variable, body)} and its relatives. */
  record Loop(Quantifier quantifier, Expr range, String variable, Expr body) implements Expr {}
}
