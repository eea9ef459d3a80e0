package dev.assay.model.weakness;

/**
 * A class of weakness by the Common Weakness Enumeration of MITRE.
 *
 * @param id as test cases write it: {@code CWE-798}
 * @param name the enumeration's own
 */
public record Weakness(String id, String name) {}
