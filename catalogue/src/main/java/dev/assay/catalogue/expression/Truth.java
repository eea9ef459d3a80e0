package dev.assay.catalogue.expression;

import java.util.List;

/** The three values a condition can have. */
public sealed interface Truth {
  /** It holds. */
  record Yes() implements Truth {}

  /** It does not hold. */
  record No() implements Truth {}

  /**
   * It depends on something unknown.
   *
   * @param reasons clauses that say what
   */
  record Open(List<String> reasons) implements Truth {}

  Truth YES = new Yes();
  Truth NO = new No();

  static Truth of(Object value) {
    return Boolean.TRUE.equals(value)
        ? YES
        : value instanceof Unknown(List<String> reasons) ? new Open(reasons) : NO;
  }
}
