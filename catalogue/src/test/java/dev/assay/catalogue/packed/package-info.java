@NullMarked
package dev.assay.catalogue.packed;

import org.jspecify.annotations.NullMarked;
