package dev.assay.model;

import java.util.List;
import java.util.Optional;

/**
 * All of one evaluation; what the bundle is written from.
 *
 * @param feedDigest hex SHA-256 of the vulnerability feed; empty without one
 * @param cases the test cases of the profile, by id
 * @param identities by what the cases that ran are known, by id
 * @param planned what the profile demands and no test case decides; each has an INCONCLUSIVE
 *     verdict
 * @param flaws what is publicly known against components, in order of component and id; empty
 *     without a feed
 * @param asOf ISO 8601 date at which waivers were judged
 */
public record Evaluation(
    String assayVersion,
    Product product,
    String profile,
    String catalogueDigest,
    Optional<String> feedDigest,
    List<TestCase> cases,
    List<CaseIdentity> identities,
    List<PlannedTest> planned,
    List<Artifact> artifacts,
    List<Described> components,
    List<Risk> risks,
    List<PlanEntry> plan,
    List<Verdict> verdicts,
    List<Waived> waived,
    List<Flaw> flaws,
    String asOf,
    Gate gate) {}
