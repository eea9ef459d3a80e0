/** Proves test cases: a failing and a passing tiny product for each. */
@NullMarked
package dev.assay.catalogue.control;

import org.jspecify.annotations.NullMarked;
