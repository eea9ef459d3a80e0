/**
 * Blocks compressed on their own, as file systems store them: the size of the output is bounded and
 * known in advance.
 */
@NullMarked
package dev.assay.formats.codec;

import org.jspecify.annotations.NullMarked;
