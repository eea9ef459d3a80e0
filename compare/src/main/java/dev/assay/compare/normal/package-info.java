/**
 * What builds may leave different, one file a format. {@link dev.assay.compare.normal.Normalisers}
 * is the table of contents.
 */
@NullMarked
package dev.assay.compare.normal;

import org.jspecify.annotations.NullMarked;
