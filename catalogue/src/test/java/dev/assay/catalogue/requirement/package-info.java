@NullMarked
package dev.assay.catalogue.requirement;

import org.jspecify.annotations.NullMarked;
