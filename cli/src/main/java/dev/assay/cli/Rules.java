package dev.assay.cli;

import dev.assay.assess.flaw.Statements;
import dev.assay.assess.gate.Policy;
import dev.assay.assess.gate.Waiver;
import java.util.List;
import java.util.Optional;

/**
 * What a launch is judged by, and the files it was read from.
 *
 * @param policyDigest hex SHA-256 of the policy's file; empty for the default policy
 * @param waiversDigest hex SHA-256 of the file of waivers; empty without one
 * @param statements what VEX documents state
 * @param vexDigests hex SHA-256 of them, ordered, with commas between; empty without
 */
record Rules(
    Policy policy,
    List<Waiver> waivers,
    Optional<String> policyDigest,
    Optional<String> waiversDigest,
    Statements statements,
    Optional<String> vexDigests) {
  Rules under(Policy same, Optional<String> digest) {
    return new Rules(same, waivers, digest, waiversDigest, statements, vexDigests);
  }
}
