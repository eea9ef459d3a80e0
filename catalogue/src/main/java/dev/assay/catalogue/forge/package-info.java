/**
 * Makes the tiny products that prove test cases: real bytes of real formats, from a few parameters.
 */
@NullMarked
package dev.assay.catalogue.forge;

import org.jspecify.annotations.NullMarked;
