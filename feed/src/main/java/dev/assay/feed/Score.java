package dev.assay.feed;

/**
 * A CVSS score.
 *
 * @param system 4.0, 3.1, 3.0 or 2.0
 * @param base base score, 0 to 10
 * @param vector as published, with its prefix from version 3 on
 * @param by who scored: {@code nvd@nist.gov}, the advisory's id
 */
public record Score(String system, double base, String vector, String by) {}
