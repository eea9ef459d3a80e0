/**
 * The byte map of an image: what each of its bytes is. Every byte belongs to exactly one region on
 * the top level: a structure of a known format, padding, or unknown bytes with their entropy; where
 * a structure is made of parts that lie in it as they are, such as the partitions of a disk, these
 * divide it again.
 */
@NullMarked
package dev.assay.inspect.map;

import org.jspecify.annotations.NullMarked;
