package dev.assay.model;

/**
 * Evidence for one fact of a component.
 *
 * @param fact name of the record component it proves: {@code permitRootLogin}; an element of a list
 *     is {@code accounts[3]}, an entry of a map {@code config[CONFIG_MODULES]}
 */
public record FactEvidence(String fact, Evidence evidence) {}
