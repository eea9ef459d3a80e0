/** Proves test cases: failing and passing tiny products for each. */
@NullMarked
package dev.assay.catalogue.control;

import org.jspecify.annotations.NullMarked;
