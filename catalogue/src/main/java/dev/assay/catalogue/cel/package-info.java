/**
 * Reads and type-checks the Common Expression Language with dev.cel. Used only when the catalogue
 * is compiled, never on the way to a verdict: its classes alone take half a second to load.
 */
@NullMarked
package dev.assay.catalogue.cel;

import org.jspecify.annotations.NullMarked;
