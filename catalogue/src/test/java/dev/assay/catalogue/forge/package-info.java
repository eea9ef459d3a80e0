@NullMarked
package dev.assay.catalogue.forge;

import org.jspecify.annotations.NullMarked;
