package dev.assay.assess.flaw;

import java.util.List;

/**
 * What is publicly known against a package.
 *
 * @param covered true; unknown where a flaw may be known that {@code flaws} does not name: without
 *     a feed, or with one that says nothing of the package
 * @param flaws those that its version has and those that the feed cannot settle, worst first
 */
public record KnownFlawsFacts(boolean covered, List<KnownFlaw> flaws) {}
