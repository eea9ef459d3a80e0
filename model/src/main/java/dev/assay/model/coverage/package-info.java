/** How much of a standard a profile's test cases check, and how a product stands to it. */
@NullMarked
package dev.assay.model.coverage;

import org.jspecify.annotations.NullMarked;
