/**
 * What changed in contents that are not equivalent. {@link dev.assay.compare.change.Changes} is the
 * table of contents; each folder has the readers of one kind of content, this one what they share.
 */
@NullMarked
package dev.assay.compare.change;

import org.jspecify.annotations.NullMarked;
