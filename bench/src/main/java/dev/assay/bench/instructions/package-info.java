/** Holds the decoder of instructions against another. */
@NullMarked
package dev.assay.bench.instructions;

import org.jspecify.annotations.NullMarked;
