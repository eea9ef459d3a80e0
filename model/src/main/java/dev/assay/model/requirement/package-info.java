/** The published demands test cases refer to. */
@NullMarked
package dev.assay.model.requirement;

import org.jspecify.annotations.NullMarked;
