/** Showing what is in a product: its tree and the byte map of its images. */
@NullMarked
package dev.assay.cli.inspect;

import org.jspecify.annotations.NullMarked;
