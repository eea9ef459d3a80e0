package dev.assay.model;

import java.util.List;
import java.util.Optional;

/**
 * All of one evaluation; what the bundle is written from.
 *
 * @param feedDigest hex SHA-256 of the vulnerability feed; empty without one
 * @param cases the test cases of the profile, by id
 * @param asOf ISO 8601 date at which waivers were judged
 */
public record Evaluation(
    String assayVersion,
    Product product,
    String profile,
    String catalogueDigest,
    Optional<String> feedDigest,
    List<TestCase> cases,
    List<Artifact> artifacts,
    List<Described> components,
    List<Risk> risks,
    List<PlanEntry> plan,
    List<Verdict> verdicts,
    List<Waived> waived,
    String asOf,
    Gate gate) {}
