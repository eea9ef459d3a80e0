/** The published demands test cases refer to. */
@NullMarked
package dev.assay.catalogue.requirement;

import org.jspecify.annotations.NullMarked;
