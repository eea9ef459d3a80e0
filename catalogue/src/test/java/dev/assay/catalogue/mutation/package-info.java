/** Tests of mutation. */
@NullMarked
package dev.assay.catalogue.mutation;

import org.jspecify.annotations.NullMarked;
