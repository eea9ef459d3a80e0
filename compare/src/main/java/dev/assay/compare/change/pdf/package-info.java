/** What changed in PDF documents. */
@NullMarked
package dev.assay.compare.change.pdf;

import org.jspecify.annotations.NullMarked;
