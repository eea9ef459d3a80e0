/**
 * What changed in contents that are not equivalent. {@link dev.assay.compare.change.Changes} is the
 * table of contents.
 */
@NullMarked
package dev.assay.compare.change;

import org.jspecify.annotations.NullMarked;
