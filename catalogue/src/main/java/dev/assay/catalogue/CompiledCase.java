package dev.assay.catalogue;

import dev.assay.catalogue.expression.Condition;
import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Oracle;
import dev.assay.model.TestCase;

/**
 * A test case ready to run.
 *
 * @param applies whether it concerns a component of its kind at all
 * @param expect decides it
 */
public record CompiledCase(TestCase meta, Condition applies, Oracle expect) {
  public static CompiledCase of(TestCase meta, Expr applies, Expr expect) {
    return new CompiledCase(
        meta,
        new Condition(applies, meta.applies()),
        new Oracle(new Condition(expect, meta.expect())));
  }

  public String id() {
    return meta.id();
  }
}
