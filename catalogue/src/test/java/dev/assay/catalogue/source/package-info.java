@NullMarked
package dev.assay.catalogue.source;

import org.jspecify.annotations.NullMarked;
