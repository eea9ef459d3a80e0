/**
 * The test of the tests: alters every oracle in small ways and counts how many alterations its
 * controls notice. An alteration that they do not notice is one a mistake could make, too.
 */
@NullMarked
package dev.assay.catalogue.mutation;

import org.jspecify.annotations.NullMarked;
