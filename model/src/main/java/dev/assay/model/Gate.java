package dev.assay.model;

import java.util.List;

/**
 * The launch decision under a policy.
 *
 * @param policy name of the policy
 * @param reasons what decided, worst first; each names test case and component
 */
public record Gate(Decision decision, String policy, List<String> reasons) {
  public Gate {
    reasons = List.copyOf(reasons);
  }

  /** The possible decisions. */
  public enum Decision {
    APPROVED,
    CONDITIONAL,
    REJECTED
  }
}
