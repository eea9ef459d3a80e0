package dev.assay.catalogue;

import dev.assay.catalogue.expression.Condition;
import dev.assay.catalogue.expression.Decision;
import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.expression.Observed;
import dev.assay.catalogue.expression.Oracle;
import dev.assay.catalogue.expression.Truth;
import dev.assay.model.Outcome;
import dev.assay.model.TestCase;
import java.util.List;
import java.util.Optional;

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

  /**
   * What it says of a component of its kind; empty where it does not apply. Whether it applies may
   * itself hang on something unknown: then it is INCONCLUSIVE.
   */
  public Optional<Decision> decide(Observed observed) {
    return switch (applies.test(observed)) {
      case Truth.Yes yes -> Optional.of(expect.decide(observed));
      case Truth.No no -> Optional.empty();
      case Truth.Open(List<String> reasons) ->
          Optional.of(
              new Decision(
                  Outcome.INCONCLUSIVE,
                  "cannot be said to apply: " + String.join("; ", reasons),
                  List.of()));
    };
  }
}
