/**
 * Turns what a person names on the command line into the images of a product: file, directory,
 * {@code product.yaml}, purl.
 */
@NullMarked
package dev.assay.cli.product;

import org.jspecify.annotations.NullMarked;
