/** Tests of identities. */
@NullMarked
package dev.assay.catalogue.identity;

import org.jspecify.annotations.NullMarked;
