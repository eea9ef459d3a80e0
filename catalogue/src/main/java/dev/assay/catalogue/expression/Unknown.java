package dev.assay.catalogue.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of what could not be established or computed.
 *
 * @param reasons what was missing, each a clause that can follow "because"; never empty
 */
public record Unknown(List<String> reasons) {
  private static final int MOST = 5;

  public Unknown {
    reasons = List.copyOf(reasons);
  }

  static Unknown because(String reason) {
    return new Unknown(List.of(reason));
  }

  /** Both together; no reason twice. */
  Unknown and(Unknown other) {
    List<String> all = new ArrayList<>(reasons);
    for (String reason : other.reasons) {
      if (!all.contains(reason) && all.size() < MOST) {
        all.add(reason);
      }
    }
    return new Unknown(all);
  }

  /** The two values' unknown parts; at least one of them is unknown. */
  static Unknown of(Object left, Object right) {
    if (left instanceof Unknown first) {
      return right instanceof Unknown second ? first.and(second) : first;
    }
    return (Unknown) right;
  }
}
