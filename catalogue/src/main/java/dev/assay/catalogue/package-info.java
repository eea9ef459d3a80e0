/** Test cases as data: read from YAML, compiled, proven by their controls, packed, and run. */
@NullMarked
package dev.assay.catalogue;

import org.jspecify.annotations.NullMarked;
