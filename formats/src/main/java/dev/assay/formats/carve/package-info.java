/**
 * Finds known structures inside content that no format recognises. All magic numbers are searched
 * in one pass; a candidate counts only if its structure validates ({@link
 * dev.assay.formats.Carvable#extent}).
 */
@NullMarked
package dev.assay.formats.carve;

import org.jspecify.annotations.NullMarked;
