/**
 * Walks a product and finds its components. {@code scan} reads every byte once and analyses every
 * content once; {@code tree} is what it yields; each other package is one inspector (or a few that
 * belong together) with its facts record. {@link dev.assay.inspect.Inspectors} is the table of
 * contents.
 */
@NullMarked
package dev.assay.inspect;

import org.jspecify.annotations.NullMarked;
