/**
 * Kernels that carry themselves compressed: finding the compressed kernel inside the code that
 * unpacks it.
 */
@NullMarked
package dev.assay.formats.kernel;

import org.jspecify.annotations.NullMarked;
