package dev.assay.model;

import java.util.Optional;

/**
 * By what a test case is known again, and how far it can be relied on.
 *
 * @param test its id
 * @param digest hex SHA-256 of its canonical definition, controls included
 * @param weakness id of the class of weakness that its failures show; empty in bundles written
 *     before cases had one
 * @param measured empty where the case as it now is was never measured
 */
public record CaseIdentity(
    String test,
    int revision,
    String digest,
    Optional<String> weakness,
    Optional<Measured> measured) {}
