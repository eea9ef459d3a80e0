/**
 * What becomes of it when a reader of Assay fails: a format, an inspector or what looks at all of a
 * product throws what only a mistake in it can make it throw.
 *
 * <p>An evaluation goes on. What the reader was to find is then not known, and everything that
 * depends on it INCONCLUSIVE: a content becomes opaque, and each kind of component that an
 * inspector was to find is represented by one {@link dev.assay.inspect.fault.Unexamined}. Tests,
 * fuzzing and the build do not go on, so that mistakes are found.
 */
@NullMarked
package dev.assay.inspect.fault;

import org.jspecify.annotations.NullMarked;
