/** Finds many signatures in one pass over a content. */
@NullMarked
package dev.assay.inspect.match;

import org.jspecify.annotations.NullMarked;
