package dev.assay.catalogue.mutation;

import dev.assay.catalogue.expression.Expr;

/**
 * An oracle with one alteration.
 *
 * @param change what the alteration does to the whole oracle
 * @param before the part that was altered, as CEL
 * @param after what stands in its place
 */
public record Mutant(Change change, String before, String after, Expr expect) {
  /** {@code negated: a == b -> !(a == b)}. */
  public String told() {
    return change.word() + ": " + before + " -> " + after;
  }
}
