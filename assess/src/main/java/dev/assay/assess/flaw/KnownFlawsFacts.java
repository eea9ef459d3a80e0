package dev.assay.assess.flaw;

import java.util.List;

/**
 * What is publicly known against a package.
 *
 * @param flaws those that its version has and those that the feed cannot settle, worst first
 */
public record KnownFlawsFacts(List<KnownFlaw> flaws) {}
