/**
 * What readers of images with a header have in common: listing the parts the header announces, and
 * checking the checksums it holds.
 */
@NullMarked
package dev.assay.formats.parts;

import org.jspecify.annotations.NullMarked;
