/**
 * Finds many signatures in one pass over a content.
 *
 * <p>Three sieves, each finer and dearer than the one before: {@link
 * dev.assay.inspect.match.LiteralAutomaton} looks at every byte and finds the literal each
 * signature cannot do without; a regular expression confirms in a small window around it; {@link
 * dev.assay.inspect.match.Plausible} drops placeholders and what is not random enough. The
 * signatures are rows of {@code signatures.tsv}.
 */
@NullMarked
package dev.assay.inspect.match;

import org.jspecify.annotations.NullMarked;
