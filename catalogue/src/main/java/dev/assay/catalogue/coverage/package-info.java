/** How much of a standard a profile's test cases check. */
@NullMarked
package dev.assay.catalogue.coverage;

import org.jspecify.annotations.NullMarked;
