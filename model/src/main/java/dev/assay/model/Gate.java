package dev.assay.model;

import java.util.List;
import java.util.Optional;

/**
 * The launch decision under a policy.
 *
 * @param policy name of the policy
 * @param policyDigest hex SHA-256 of the policy's file; empty for the default policy
 * @param waiversDigest hex SHA-256 of the file of waivers; empty without one
 * @param vexDigests hex SHA-256 of the VEX documents, ordered, with commas between; empty without
 * @param reasons what decided, worst first; each names test case and component
 */
public record Gate(
    Decision decision,
    String policy,
    Optional<String> policyDigest,
    Optional<String> waiversDigest,
    Optional<String> vexDigests,
    List<String> reasons) {
  public Gate {
    reasons = List.copyOf(reasons);
  }

  /** A decision that no file had a say in. */
  public Gate(Decision decision, String policy, List<String> reasons) {
    this(decision, policy, Optional.empty(), Optional.empty(), Optional.empty(), reasons);
  }

  /** This decision with the files that had a say in it. */
  public Gate under(
      Optional<String> policyFile, Optional<String> waiverFile, Optional<String> vexFiles) {
    return new Gate(decision, policy, policyFile, waiverFile, vexFiles, reasons);
  }

  /** The possible decisions. */
  public enum Decision {
    APPROVED,
    CONDITIONAL,
    REJECTED
  }
}
