/**
 * The order of versions, one class an ecosystem, each after its own specification.
 *
 * <p>A version that a scheme does not understand has no place in its order: {@link
 * dev.assay.feed.version.VersionScheme#understands} says so first, and what depends on it is
 * undecided, never guessed.
 */
@NullMarked
package dev.assay.feed.version;

import org.jspecify.annotations.NullMarked;
