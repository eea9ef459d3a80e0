@NullMarked
package dev.assay.catalogue;

import org.jspecify.annotations.NullMarked;
